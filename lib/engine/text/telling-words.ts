/**
 * How much English words tell of what is asked, beside how rare they are: "transfer" more, "would" less.
 * Found by letting few phrasings of an intent find the others of it, on CLINC150 (CC BY 3.0) and HWU64
 * (CC BY 4.0), to the power of 0.35; measured on sets that it was not learned from
 * (docs/engine.design.md). By Snowball stem; the words that are missing count 1.
 */
const table: readonly (readonly [weight: number, stems: string])[] = [
  [0.7, `can get i know like need tell the want would`],
  [
    0.8,
    `all am american an and be could current do find food for give go help home i'd if inform just kind let
look march me much music now of one open out rate right should show so someth start switch there to
tomorrow which will work`,
  ],
  [
    0.9,
    `abl accept activ actual ad after ahead ai airlin airport allow alreadi amaz amazon america amex amount
angel ani anoth anyon anyth app appl applebe april arriv as assist australia avail averag away awesom b
back bad bar bathroom bedroom beef been befor begin best between birthday bit black block bob boston
bread bring burger buy by cabl cake california can't canada capit central chase chees chicago chicken
chili china chines chocol choos citi classic clean clock come complet condit connect consum content
convers cook cooki cool count countri creat cup cut dalla delta denver detail did discov doctor doesn't
don't done drive eastern eat egg electr els employ enabl england enough equal even everi expect explain
express fantast fargo februari feder feel figur fine first fish five follow forecast forward franc free
freez fri friday friend frozen fuel full funni garden germani goe googl got gotta gotten great groceri
had half happi has have hello her here hey hi high him hold hous i'll i'm i'v idea inbox includ incorrect
india info initi instruct intern into isn't it itali italian januari japan jazz job joe june keep kitchen
la lamp las late leav level listen littl live local london longer los lot love low lunch macaroni machin
mail mall mani mark market mastercard may mcdonald mexican mexico miami mile mom moment monday month morn
most musch must near nearbi nearest nice night nine noon nope notifi offic oh ok okay old oliv onli onlin
option origin other our outback outlet oven over own pari parti past pasta pay payment peac peopl percent
person phoenix phone pick player pleas pm polici possibl potato pound power prefer prepar process program
provid pull put question rain reach read receiv recent red regard requir restrict return rice ride robin
rock room root run san saturday schedul search seattl second see seem select seven shoe silenc sinc siri
six smart some someon soon sorri sort soup south southwest spaghetti spain speak specif squar state
steakhous step steven stop store street sunday suppos sure sushi taco take talk tampa target task
temperatur ten than them they thirti thousand three through thursday todo tokyo tom tonight too total
town track tri trip tuesday tune tv twenti type under understand unit until up upcom updat us usual vega
veri visit wake walk walmart wanna water way we wednesday week weekend well whether with wonder worth
write year yesterday yet york you'r you'v yourself`,
  ],
  [
    1.1,
    `a ac answer blue bright cash cat centimet charg check clarifi closest coordin correc d dial divid down
elabor fan feed four happen incom later louder math mayb mileag milk my pandora pizza plan rais real
repli said salt send side speed station sunni takeout translat trump wemo were when word zone`,
  ],
  [
    1.2,
    `appoint audio brighten brighter bus complaint convert credit dark day defin delet door either exact
factori fals fm form from game gps healthi how instead interest locat lost mainten make matter mean minut
name new number on paid perfect pie pressur price quiet redeem rephras report save score shuffl silent
spanish speaker stolen suggest taken that think time today transfer trivia true twitter use volum w wait
whi yeah yen your`,
  ],
  [
    1.3,
    `about accent address again appli applic appreci approv apr at audiobook balanc batteri benefit boss busi
calori car carri chang checkbook cleaner coffe coin command confirm contact declin definit deposit
describ dice dim direct due email episod euro expir facebook fact fee flip fraudul fridg further gas
health hobbi holiday hotel in inch increas ingredi insur joke jump languag last life light limit long
luggag male mind minimum more movi mpg mute news next no nutrit paycheck pet pin plug plus podcast point
post pto radio realli recip remov rent rental repeat request resum review reward roll rout say servic
shot shut social socket song spell spend spent stock substitut tail takeaway tax taxi text thank ticket
timer timezon transact travel tweet two uber vaccin vacuum voic weather what whisper yeap yes you`,
  ],
  [
    1.4,
    `account add alarm bank bill calendar card date dollar event flight list meet not off oil olli order play
playlist remind reserv set shop tire traffic train vacat visa who`,
  ],
];

/** Up to so many phrasings an entry a base knows too little itself; from so many on it knows better. */
const few = 5;
const enough = 15;

/** How far the weights are believed, from 0 to 1. */
export function tellingShare(phrasingsPerEntry: number): number {
  return Math.min(1, Math.max(0, (enough - phrasingsPerEntry) / (enough - few)));
}

let weights: ReadonlyMap<string, number> | undefined;

/** The weights by stem. */
export function tellingWords(): ReadonlyMap<string, number> {
  weights ??= new Map(
    table.flatMap(([weight, stems]) => stems.split(/\s+/).map((stem) => [stem, weight] as const)),
  );
  return weights;
}
