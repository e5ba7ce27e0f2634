/**
 * Words that ask for the same: a line is a concept, a phrase is written with hyphens, a word may
 * stand in several. Everyday English of customer service and of household assistants, written from
 * what people say there and not from messages that the engine is measured with.
 */
export const conceptsEn = `
refund reimburse reimbursement money-back
charge charged bill billed debited
fee cost price rate expensive
cash money funds
invoice receipt statement bill
payment pay paid paying purchase
transfer send sent remit wire
received arrived landed come-through came-through turned-up showed-up
arrive delivery delivered shipping ship shipped dispatch post mail
parcel package order box
track tracking whereabouts trace follow
late delayed delay slow overdue taking-long
waiting wait pending processing hold stuck
cancel cancelled stop terminate end quit leave
delete remove erase close deactivate
change update edit modify switch alter amend
fix repair mend sort-out
broken faulty damaged cracked defective smashed
broken dead fail failed failing not-working doesn't-work does-not-work won't-work isn't-working stopped-working
declined rejected refused denied blocked bounced
lost missing misplaced vanished disappeared can't-find cannot-find gone
stolen theft robbed thief pinched nicked
fraud scam scammer suspicious dodgy fake phishing unauthorised unauthorized
password passcode pin login log-in sign-in
code otp sms text texted
phone mobile handset smartphone cell cellphone
phone call ring telephone phoned called rang
internet broadband wifi wi-fi connection online
router hub modem box
email mail inbox
address house home location
move moving relocate moved
abroad overseas foreign international travelling traveling holiday roaming
country nation europe uk usa
atm cash-machine cashpoint withdraw withdrawal
card debit credit visa mastercard
top-up topup topping load reload add-money add-funds
balance funds account-balance
exchange currency conversion convert rate
identity identification id passport verify verification prove proof
name surname marriage married maiden
voucher coupon discount promo promotion offer deal code
free gratis no-charge without-charge complimentary
upgrade faster better bigger
downgrade cheaper smaller lower reduce
contract agreement term plan subscription package tariff
engineer technician fitter installer
appointment visit slot booking book booked
reschedule rebook rearrange postpone push-back
agent human person someone representative operator advisor
complain complaint unhappy dissatisfied
help assist assistance support
instalment installment instalments monthly-payments
direct-debit standing-order automatic recurring autopay
twice double duplicate two-times again
wrong incorrect mistake error mistaken
wrong-item different not-what-i-ordered
return send-back give-back bring-back
swap replace replacement exchange new-one
size fit small big large tight
quality poor rubbish cheap
stock available availability sold-out restock
open hours opening closing closed
near nearest closest nearby local
minimum least age old young
child kid kids children son daughter teenager
maximum limit cap most restriction
how-long when duration time days soon
immediately instantly right-away straight-away urgent asap quickly hurry rush
activate activation set-up setup enable turn-on switch-on start
deactivate disable turn-off switch-off
show display appear see visible
app application software programme program
website site page web
crash crashing freeze freezing frozen hangs stuck
reset restart reboot
forget forgot forgotten remember
guarantee warranty
tv telly television
film movie
music song track
weather forecast rain temperature
eat food meal restaurant dinner lunch
recipe cook ingredients
flight plane fly airline airport
hotel room accommodation
car vehicle auto
petrol gas fuel
buy purchase order get
shopping-list list
reminder remind alert notification notify
alarm wake wake-up
job work employer employed
salary income wage pay paycheck
tax taxes
insurance insured cover
loan borrow mortgage lend
interest apr
doctor medicine health sick ill
speak talk language tongue
translate translation mean meaning
spell spelling
loud volume louder quieter sound
joke funny laugh
hello hi hey greetings
bye goodbye
thanks thank cheers
reason why explain explanation
apply application request sign-up register enrol enroll join
find locate where look-up
info information details
account profile
additional another extra second spare more
old previous former last
physical plastic real
virtual digital disposable electronic
business company firm organisation organization
check confirm verify see
accept accepted allowed permitted support supported take
safe secure security protect protected
amount total sum how-much
problem issue trouble error fault
link connect pair sync connected
contactless tap apple-pay google-pay
locked unlock blocked unblock
undo reverse revert reversed
not-recognise not-recognize don't-recognise don't-recognize unknown didn't-make not-mine unfamiliar strange
schedule calendar agenda diary
reserve reservation book table
birthday date-of-birth born
photo picture image camera scan
document paperwork form
signature sign signed
neighbour neighbor next-door
driver courier postman
collect collection pick-up pickup
early earlier sooner before
later afterwards
limit allowance quota data gigabytes gb
sim esim chip
number digits
landline home-phone
outage down offline power-cut blackout
speed fast quick mbps
signal coverage reception bars
game gaming console lag ping
student university college
moved-house new-house new-flat
died death deceased passed-away bereavement
disabled disability wheelchair deaf blind
privacy personal-data gdpr
unsubscribe opt-out spam junk marketing newsletter
afford struggling hardship debt arrears
credit-score credit-rating
goodwill compensation compensate compensated
bigger larger
colour color shade
dirty stain stained
smell odour odor stink
battery charger charging
noise noisy loud
hot heat heating warm
cold cool freezing
leak leaking water
key keys
garden outdoor outside
kitchen cook cooking
light lights lamp bulb
alarm security-system
clean cleaning hoover vacuum
radio station podcast
news headlines
traffic commute route directions
train bus ticket
taxi cab uber ride
restaurant cafe pub bar
`;
