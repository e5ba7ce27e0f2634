import type { MoodModifiers, MoodTable } from './mood-table';

/** English words that show a mood in messages to customer service. See `MoodTable` for the signs. */
export const englishMoodWords: MoodTable = {
  calm: {
    plain: `
no rush, no hurry, (whenever/when) you (have/get) (a/the/some) (moment/chance/minute/time), not urgent,
nothing urgent, just (curious/wondering/checking/asking/a quick question/a question), no worries,
quick question, at your convenience, take your time, just (wanted/want) to (know/check/ask/confirm)`,
    weak: `
could you, can you please, would you, i'd like to, i would like to, is it possible, may i,
do you (have/offer/sell/ship/deliver/accept/know/support), how do i, how can i, how much, what time,
what is the, what's the, what are your, where can i, where do i, can i, could i, which,
thanks in advance, thank you in advance, hello, hi, good (morning/afternoon/evening), kind regards`,
  },
  pleased: {
    strong: `
thank you (so/very) much, thanks (so much/a lot/a million/a bunch/again), many thanks, thank you again,
love (it/this/them/you/your/the/my/how easy/how fast), loving (it/this/the), loved (it/the/your), adore,
delighted, thrilled, overjoyed, ecstatic, over the moon, so happy, very happy, really happy, super happy,
made my (day/week), (you/you've) made my, made me smile, above and beyond, exceeded (my/our/all) expectations,
couldn't be happier, could not be happier, can't thank you enough, cannot thank you enough,
can't (recommend/praise) … enough, couldn't have asked for, couldn't ask for, (best/greatest) … ever (had/seen/used/bought),
(great/excellent/amazing/fantastic/brilliant/wonderful/outstanding/superb/awesome/lovely/good/top) (service/support/job/work/experience/help/customer service/team/quality/customer support),
well done, (you/you guys/u) (rock/rule/are the best/are amazing/are awesome/are great/are a star/are a lifesaver),
you're (the best/amazing/awesome/great/a star/a lifesaver/a legend/an angel/fantastic/brilliant/wonderful),
lifesaver, life saver, (you/you've) saved (me/my/the), five stars, 5 stars, 5 star, five star,
highly recommend, will (recommend/definitely recommend/be recommending), recommend you to, customer for life,
works (perfectly/beautifully/flawlessly/like a charm/a treat/like a dream), working (perfectly/beautifully/flawlessly/like a charm),
(really/very/truly/much) appreciate*, (so/really/very/extremely/truly) (grateful/impressed/pleased/helpful/thankful),
no complaints, nothing to complain about, no issues at all, hats off, kudos, chef's kiss, keep up the`,
    plain: `
appreciate (it/that/this/your/you/the/all), appreciated, grateful, thankful, thank you for (your/the/all/being/helping/sorting/fixing/such/making/everything/getting/taking/a/explaining/replying/resolving),
thanks for (your/the/all/being/helping/sorting/fixing/such/making/everything/getting/taking/a/explaining/replying/resolving),
thanks to (you/your), thank … for me, pleased, happy with, happy to (say/report/see/hear), happy, glad, satisfied, impressed, impressive, excited, relieved, enjoy*, chuffed, pleasant,
perfect, excellent, amazing, awesome, fantastic, wonderful, brilliant, superb, outstanding, fabulous, incredible, delightful, marvellous, marvelous, phenomenal, terrific, lovely, beautiful, gorgeous, stunning, spotless, flawless, stellar, top notch, first class, first rate, second to none, spot on, magic,
great, nice, yay, woohoo, hooray, hurray, yippee, wow, sweet, cheers, legend, legends,
(it/that/this/everything/all) (works/is working) (now/again/great/fine/well), (is/all) working (now/again/fine), works (great/fine/well/now/again), all (sorted/good/fixed/set), sorted now, that (fixed/sorted/solved/did/worked/helped), fixed it, (it/that) (did the trick/worked), problem solved, solved (it/my/the),
(so/very/super/really/surprisingly/incredibly/amazingly/such) (fast/quick/quickly/easy/smooth/friendly/helpful/kind/patient/polite/comfy/comfortable/good/well/simple), super helpful,
(arrived/came/got here/delivered/here) (early/ahead of schedule/a day early/in perfect/so fast/so quickly/already/sooner/before), earlier than (expected/i expected/promised), sooner than, better than (expected/i expected/i hoped/before),
faster than, smoother than, easier than, just what i (needed/wanted), exactly what i (needed/wanted/was), as (described/promised/advertised) and, my favourite, my favorite, a pleasure, (what a) treat, worth every,
helpful, kind of you, friendly, polite, patient with, professional, recommend, good (news/stuff), haha, lol yay, much better, so much better, the best, smooth, smoothly, painless, effortless, hero, star, gem, treasure, bless you, cheered me up, (my) (kids/son/daughter/wife/husband/mum/mom) (loves/love/loved)`,
    weak: `thanks, thank you, thx, ty, tysm, good, cool, fine now, ok great, smile*, nicely, recommended, quick, easy, fast`,
  },
  worried: {
    strong: `
worried, worry, worries me, worrying, anxious, anxiety, nervous, scared, afraid, frightened, terrified, panic*, freaking out, concerned, stressed (about/that/out), uneasy, dread*, fear, fearing, my heart (sank/is), losing sleep, can't sleep, (keep/keeps/kept) me (up/awake),
(hacked/hacker/hackers/stolen/phishing/scammed/fraud/fraudulent/identity theft/compromised/breach/breached/leaked/unauthorised/unauthorized),
is (it/this/that/my … ) safe, (are/is) my (money/data/details/card/account/photos/files/savings/payment/information/info) (safe/secure/gone/lost/ok/at risk), did i (just) (get scammed/lose/break/mess), am i (going to/gonna) (lose/be charged/get charged/miss/be/get), will i (lose/be charged/get charged/miss/still be/get in trouble/be in trouble/have to pay), in (trouble/danger), i (don't/do not) recogni*, didn't (authorise/authorize/recognise/recognize)`,
    plain: `
concern, concerning that, unsure, not sure (if/whether/what) … (safe/right/went/ok/lost/do), what if, what happens if … (lose/miss/late/fail*/expire*), please help, help me please, need help (asap/urgently/quickly/fast), urgent, urgently, emergency, asap, hoping (it/this/that/nothing/you), i hope (it/this/that/nothing/my/i) (isn't/hasn't/didn't/doesn't/is not/haven't/won't),
desperate, desperately, scam, scary, suspicious, suspect, dodgy, fishy, weird (email/text/charge/login/message/call), strange (email/text/charge/login/message/call/noise/smell/payment/transaction/activity), someone (else) (has/is/used/logged/got/tried/may/might), (is/was) it (a/really) (scam/you/from you/genuine/legit), legit, genuine email,
dangerous, danger, hazard, smoke, smoking, burning smell, burn, burnt, overheat*, (getting/gets/very/really) hot, sparks, sparking, leak, leaking, shock, allergic, allergy, unsafe, safe to, secure, security, health, hospital, medicine, medication, insulin, elderly, baby,
(might/may/could/going to/will/gonna) (lose/miss/expire/be lost/be gone/not arrive/not make/be too late/be late/not get/never), (lose/lost) (all) (my/our/everything/access), (gone/disappeared/vanished/deleted/missing) (forever/for good), by mistake, accidentally, wrong (address/account/person/number), charged (me) twice, taken twice, (money/payment) … (gone/missing/disappeared/lost),
(will/would) (it/they/this/my … ) (arrive/be here/get here/come/make it/be ready/be delivered) (in time/before/by), in time for, (before/by) my (flight/wedding/trip/exam/interview/surgery/birthday), (flight/wedding/exam/interview/surgery/funeral/trip) (is/on) (tomorrow/tonight/today/this/monday/tuesday/wednesday/thursday/friday/saturday/sunday), too late, running out of time, deadline, (not/haven't) (sure) what to do, don't know what to do, what should i do, what do i do, no idea what, is everything (ok/okay/alright/all right), is (something/anything) wrong, (did/have) i (do/done) something wrong, went wrong, at risk, risk, risky, (permanently/forever), is (that/this/it) normal, supposed to, should i be, please tell me (it/this/that/my/you), reassur*, reassurance, make sure, just to be safe, can't afford, overdraft, overdrawn, rent (is/money), debt, bailiff, eviction, penalty, credit score, cut off`,
    weak: `hope, hopefully, confused, lost, missing, please, help, tomorrow, tonight, expire*, suddenly, unexpected*, unknown, should have arrived, still get, wondering if, haven't (heard/received), no (confirmation/tracking/email), is it (ok/okay/normal/too)`,
  },
  frustrated: {
    strong: `
frustrat*, annoy*, irritat*, fed up, sick of, tired of, sick and tired, had enough of, losing patience, lost patience, patience is, at my wits end, at my wit's end, exhausted, exhausting, exasperat*, disappoint*, let down, dissatisfied, unhappy, unsatisfied, upset, not (good enough/impressed/ideal/happy), a pain, such a pain, headache, nightmare, hassle, waste of (time/my time/money), wasted (my/an/the/hours/half/two/three/so), wasting my,
(second/third/fourth/fifth/sixth/seventh/eighth/tenth/2nd/3rd/4th/5th/6th/7th/10th/nth/umpteenth/millionth/hundredth) (time/attempt/call/message/email/replacement/ticket/chat/agent/person/week/day/month/technician/visit/engineer),
# times (now/already/and/this/in/today), (over and over/again and again/time and again/round in circles/in circles/passed around/passed from/back and forth/going nowhere/getting nowhere/same thing/same problem/same issue/same answer/same question/copy paste*/canned),
still (not/no/isn't/hasn't/haven't/doesn't/don't/can't/cannot/won't/nothing/waiting/broken/down/the same/getting/stuck/having/missing/showing/says/being/pending/unresolved), yet again, here we go again, once again, not again, again and,
(keep/keeps/kept) (getting/saying/telling/happening/crashing/dropping/failing/asking/disconnecting/freezing/sending/being/going/giving/having/cutting/logging/charging/changing/hanging/breaking/making/stopping/giving/repeating/transferring/coming/rejecting/trying/showing),
(nobody/no one/noone/none of you) (answers/answered/called/replied/responds/responded/helps/helped/seems/knows/can/has/is/ever/came/showed/got/picks/told/will/wants), no (reply/response/answer/call back/callback/one called/explanation/solution/progress/update/updates/help/luck),
(already/have) (told/explained/tried/sent/said/done/called/contacted/emailed/asked/restarted/given) … (times/twice/already/before), already (told/explained/tried/sent/said/done/called/contacted/emailed/asked/restarted/given/did/rebooted/reset), i've been (waiting/trying/on hold/calling/asking/told/passed/transferred/going/chasing/bounced), been (waiting/on hold/chasing/trying) (for/since/over/all/#), waited (# /all/over/for/weeks/days/hours/in), waiting (for #/for over/over/since/weeks/days/hours/all/forever/in all), on hold for,
how many (times/more/times do), how long (do i have to/must i/am i supposed/is this going/will this/does it take/is this), how hard (is/can) it, is it (so hard/really so hard/too much to ask/that hard/that difficult), why is (it/this) (so hard/so difficult/taking so long/always), why does (this/it) (always/keep), why (can't/won't/do i have to/am i) (you/anyone/i/still), (am i) supposed to (wait/do), every (single) time, every (single) (day/week/month/night/evening/call)`,
    plain: `
again, yet, twice, still, never (arrived/came/received/got/called/works/worked/replied/showed/heard/happened/been/turned/once), (doesn't/does not/didn't/don't/isn't/won't/not/wouldn't) (work/working/load/loading/open/connect/help/make sense/let me/turn on/respond/fit/match), can't (even/believe/get/log/reach/access/use/seem), not (resolved/fixed/helpful/acceptable/what i ordered/what i asked/as described/what i was told/received), unresolved, unhelpful, useless (bot/app/website/chatbot/menu), wrong (size/colour/color/item/order/one/product/again), useless,
slow, (so/too/very/really/painfully/ridiculously) (slow/long/difficult/hard/complicated/confusing), takes (forever/ages/so long), took (forever/ages/# ), forever, ages, weeks (ago/now/later/and), (days/hours/weeks/months) (late/overdue/and counting), late again, delayed, delay, delays, overdue, supposed to (be/arrive/come/have/get/call/work), was (promised/told/supposed/expecting), promised, were told, (said/told me) (it/you/they/he/she) would, no sense, pointless, (what's/what is) the point, a joke, poor, bad, terrible, awful, horrible, messed up, mess, shambles, shame, sad, pathetic, rubbish, lousy, mediocre, inconvenien*, unreliable, buggy, glitch*, broken, crash*, crashing, drops, dropping, ignored, ignoring, ghosted, complicated, confusing, difficult, struggl*, stuck, gave up, giving up, given up, give up, seriously, come on, sigh, ugh, argh, grr, smh, ffs, meh, honestly, really though, for (days/weeks/hours/months/ages/# days/# weeks/# hours/# months/over/nearly/the past/the last), hours, all (day/morning/afternoon/week/weekend), third, nothing (works/worked/has/happened/happens/changed/helps/changes), (only) to (be told/find out/get), is it too much, would be nice if, not what, expected (better/more), (better) than this, could you (please) just, just (want/need) (it/this/my/to/someone/a), can (someone/somebody/anyone) (please/just/actually/finally), (please) (just/actually/finally) (fix/read/sort/answer/do), finally, actually (read/help/do/fix/works), another (week/day/month/hour/replacement/form/email/ticket/agent/delay), no longer, doesn't fit, missing (part/parts/item/items/again), the bot, chatbot, real (person/human), speak to (a/someone), talk to (a/someone), human`,
    weak: `problem, problems, issue, issues, error, fail*, damaged, cracked, faulty, defective, wrong, why, nobody, nothing, never, refund, cancel*, complain, complaint, waiting, wait, annoying, keep, already, always, not, instead, but`,
  },
  angry: {
    strong: `
furious, livid, outrag*, enraged, fuming, seething, infuriat*, angry, mad at, so mad, pissed, rage, disgust*, appalling, appalled, unacceptable, inexcusable, disgrace*, scandalous, shameful, shame on, shameless, insult*, ridiculous, absurd, insane, a joke of, (what a/is a/total/complete/absolute) (joke/scam/disgrace/farce/rip off/ripoff/shambles),
(fuck*/shit*/bullshit/wtf/damn/dammit/goddamn/bloody hell/hell/crap/crappy/arse*/asshole*/bastard*/bitch*/screw you/screwed/piss off/stfu/sod off),
idiot*, moron*, incompetent*, incompetence, clueless, stupid*, thieves, thief, crooks, criminals, liars, liar, lying, lied, lies, scammers, scammer, con artists, cheats, robbed, robbery, robbing, stealing, stole (my/our), daylight robbery, theft, rip off, ripoff, ripped off, ripping,
(sue/suing/lawsuit/lawyer/lawyers/solicitor/attorney/legal action/small claims/court/ombudsman/trading standards/consumer protection/watchdog/regulator/bbb/chargeback/police),
(report/reporting/reported) you, take (this/it) (further/to court/to social/public), going to (the press/the media/social media/twitter/court), tell everyone, warn everyone, name and shame, bad review, one star, 1 star, zero stars, 0 stars, negative stars,
worst (company/service/experience/customer/ever/support/airline/bank/shop/store/product/app/purchase), the worst, never (again/buying/ordering/using/shopping/coming back/buy from/use you/order from), (last/final) (time i/warning/chance/straw/order), (cancel/cancelling/canceling/close/closing) (everything/my account/my contract/it all/the whole/now), i'm (done/leaving/out/switching), done with (you/this), taking my (business/money) elsewhere,
how dare, who do you think, i demand, demand a, demand an, demand my, demanding, (i want/give me/get me/i need/want) … (manager/supervisor/money back/refund now/money now/boss/someone in charge), (now/right now/immediately) or, right now, this instant, this minute, immediately, enough is enough, i've had (it/enough), had it with, sick to death, last straw, fed up to, stop (lying/wasting/ignoring/sending/charging/telling/taking/copy/giving/hiding/calling/playing), don't (you dare/tell me/give me/bother/waste/insult/lie/want your excuses/want excuses), (your) excuses, no excuse, no more excuses, get lost, go to hell, hate (you/your/this/dealing), i hate, despise, garbage, trash, pile of, bunch of, total (waste/incompetence/disregard), treat* (me/us/customers/people) like, couldn't care less, don't care about (your/customers/us), nobody cares, (do/does) (anyone/you) even, what is wrong with (you/your), what's wrong with you, what the (hell/heck), are you (kidding/joking/serious/stupid/deaf/blind/even), you (people/guys) (are/have/can't/never/don't/should be), you lot, you should be ashamed, ashamed`,
    plain: `terrible, awful, horrible, horrendous, horrific, abysmal, atrocious, dreadful, diabolical, pathetic, useless, worthless, rubbish, joke, rude, disrespect*, nonsense, scam, fraud, fraudsters, illegal, unlawful, greedy, unbelievable, outright, hopeless, excuses, absolutely not, not paying, won't pay, refuse to, refusing to, hung up on, money back, sick, enough, manager, supervisor, not acceptable, never been (so/treated)`,
    weak: `worst, now, demand, complaint, refuse, stop, your company`,
  },
  none: `
happy hour, happy meal, happy birthday, happy new year, happy to (wait/pay/help/provide/send), great deal of, love seat, best way, best regards, all the best, kind regards, is it fine, great britain, good day, not bad, no problem at all, no problem, worry free, stress free, hassle free, angry birds,
(complaint/complaints) (form/department/procedure/process/policy/team/email/address/line/number), security (code/question/deposit/settings/update), cancellation policy, refund policy, (refund/return) (process/window), not only, not just, no matter, not sure if i should, right now i (have/am/use), better safe, missing person, what hell, if not, or not, why not`,
};

export const englishModifiers: MoodModifiers = {
  negators: `not, no, never, without, hardly, barely, neither, nor, isn't, aren't, wasn't, weren't, don't, doesn't, didn't, won't, wouldn't, can't, cannot, couldn't, haven't, hasn't, hadn't, ain't, shouldn't, nothing, far from, less than, anything but`,
  between: `very, so, really, too, that, all, exactly, at, be, been, being, a, an, the, entirely, particularly, quite, feel, feeling, completely, any, in, least, overly, have, had, has, want, to, say, i, am, i'm, think, it, is, was, are, this, for, with, of, what, you'd, call, would, much, such, even, get, getting, going, need, you, terribly, especially, super, about, make, me, seem`,
  intensifiers: `very, so, really, absolutely, extremely, totally, completely, utterly, incredibly, beyond, bloody, super, too, truly, deeply, seriously, genuinely, such, quite, pretty, thoroughly, insanely, ridiculously, fucking, freaking, damn, unbelievably, highly, most, hugely, massively, increasingly`,
  softeners: `bit, slightly, somewhat, little, kinda, sorta, fairly, mildly`,
};
