import { madeOnce } from '../../base/made-once';

/**
 * How people shorten words when they type in a hurry: a word, then its short forms. Only those that
 * mean one thing to a customer service: "min", "max", "sec", "rest" and "temp" are not.
 */
const table = `
about abt
account acc acct accnt
address addr
amount amt
anyone any1
appointment appt
approximately approx
available avail
balance bal
because bcoz bcuz cuz coz
before b4
birthday bday
building bldg
cancel cncl
cancelled cncld
customer cust
delivered dlvd
delivery dlvry
department dept
engineer engr
everyone every1
exchange exch
extension ext
favourite fav fave
great gr8
hour hr
hours hrs
information info
international intl int'l
invoice inv
language lang
manager mgr
message msg mesg
messages msgs
minutes mins
mobile mob
month mth
months mths
night nite
number nbr num
package pkg pckg
packages pkgs
password pw pwd psw pswd psswd passwd
passwords pws pwds
payment pymt pmt pmnt
payments pymts pmts
people ppl
picture pic
pictures pics
please pls plz plse
problem prob
problems probs
promotion promo
promotions promos
quantity qty
receipt rcpt
received rcvd recd rec'd
reference ref
request req
required reqd
reschedule resched
reservation resv
return rtn rtrn
schedule sched
service svc
services svcs
someone some1
statement stmt
statements stmts
text txt
texts txts
thanks thx thnx tnx thanx
though tho
through thru
today 2day
tomorrow tmrw tmr tmw tmoro tomoz 2moro 2morrow
tonight tonite 2nite
transaction txn trx
transactions txns
transfer xfer tfr trf txfer
transferred xferred
volume vol
week wk
weekend wknd wkend
weeks wks
year yr
years yrs
yesterday yday ystrday
your ur`;

const whole = madeOnce(() => {
  const words = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [word = '', ...shorts] = line.split(' ');
    for (const short of shorts) words.set(short, word);
  }
  return words;
});

/** The word that a short English form stands for, or the word as it is. */
export const wholeFormOf = (word: string): string => whole().get(word) ?? word;
