/**
 * By language (BCP 47) words that carry no topic and stand in nearly every sentence: by them a text's
 * language is told, and they are no reason to suggest anything. Languages that have a script of their
 * own need none to be told.
 */
const table: { readonly [language: string]: string } = {
  en: `the a an is are was were be been am i i'm i've i'd you he she it it's we they my your his her our their this that
these those and or but not no don't doesn't didn't can't won't isn't do does did have has had will would can could
should how what when where why who which to of in on for with from at by about into if there me us them please thanks
hello hi just still any some as so get got need want over up out back go more than off only also after before again now all ago
yet never because too let's`,
  de: `der die das den dem des ein eine einen einem einer eines ist sind war waren bin bist seid ich du er sie es wir ihr mein meine
meinen meinem meiner dein deine unser unsere euer eure und oder aber nicht kein keine keinen wie was wann wo warum wieso
wer welche welcher welches zu zum zur von vom im mit für fuer auf bei aus nach über an am um durch bis seit kann kannst
können könnt möchte will muss soll habe hab hast hat haben habt hatte wird werden wurde würde noch schon auch nur mehr
immer sehr bitte danke hallo mir mich dir euch ihnen sich es gibt da dass wenn ob dann doch mal ja nein man so in`,
  nl: `de het een is zijn was waren ben bent ik jij je hij zij ze wij we jullie mijn jouw uw ons onze en of maar niet geen hoe
wat wanneer waar waarom wie welke te van in op voor met door bij naar uit over aan om kan kunnen kunt wil willen moet
mag heb hebt heeft hebben had wordt worden werd nog al ook alleen meer altijd graag alstublieft bedankt hallo mij u er
dat dit deze die als dan toch nee`,
  fr: `le la les l' un une des du de d' est sont était étaient suis es êtes être je j'ai j' tu il elle on nous vous ils elles mon ma
mes ton ta tes son sa ses notre votre vos nos leur leurs et ou mais ne n' pas que qu' qui quoi comment quand où pourquoi
quel quelle quels quelles à au aux en dans sur pour par avec sans chez depuis puis-je peut peux puis pouvez veux voudrais
ai as a avez ont avoir été sera faire fait ça cela ce c'est cette ces se si toujours encore jamais très bien merci bonjour svp
me m' moi y`,
  es: `el la los las un una unos unas es son era está están estoy soy eres ser yo tú él ella nosotros vosotros ustedes mi mis tu tus su
sus nuestro y e o pero no ni cómo como qué que cuándo cuando dónde donde por qué porque quién cuál cuáles cuánto cuanto
cuántos a al de del en con sin para por desde hasta puedo puede pueden podéis quiero quisiera tengo tiene tienen hay he ha
han habéis hemos me te se le lo les nos os ya todavía aún muy más también favor gracias hola si`,
  pt: `o a os as um uma uns umas é são era está estão estou sou eu tu ele ela nós vocês você meu minha meus minhas seu sua seus suas
e ou mas não nem como que quê quando onde porquê quem qual quais quanto ao à aos às de do da dos das em no na nos nas com sem
para por pelo pela desde até posso pode podem quero queria tenho tem têm há já ainda muito mais também obrigado obrigada
olá se me lhe isso isto este esta foi`,
  it: `il lo la i gli le un uno una è sono era siamo siete io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua nostro e ed o ma
non né come che cosa quando dove perché chi quale quali quanto a al allo alla ai agli alle di del dello della dei degli
delle da dal dalla in nel nella con senza per su sul sulla posso può possono voglio vorrei ho hai ha abbiamo avete hanno
mi ti si ci vi già ancora molto più anche grazie ciao buongiorno se questo questa c'è`,
  ca: `el la els les un una uns unes és són era estic sóc jo tu ell ella nosaltres vosaltres meu meva seu seva i o però no ni com què
que quan on perquè qui quin quina quins a al als de del dels en amb sense per des fins puc pot poden vull voldria tinc té
tenen hi ha he han em et es ens us ja encara molt més també gràcies hola si aquest aquesta això`,
  ro: `un o unei unui este sunt era eram eu tu el ea noi voi ei ele meu mea mei mele tău ta său sa nostru și si sau dar nu nici cum
ce când cand unde de ce cine care cât la în in pe cu fără pentru din până prin pot poate vreau aș am ai are avem aveți au
fost fi îmi mi se vă va mai deja încă foarte și mulțumesc bună salut să dacă acest această`,
  da: `en et den det de er var jeg du han hun vi i min mit mine din dit jeres vores og eller men ikke ingen hvordan hvad hvornår
hvor hvorfor hvem hvilken hvilke til af på for med fra ved om kan kunne vil ville skal må har havde bliver blev mig dig
sig os jer endnu også kun mere altid meget tak hej der som at hvis`,
  nb: `en et den det de er var jeg du han hun vi dere min mitt mine din ditt deres vår vårt og eller men ikke ingen hvordan hva når
hvor hvorfor hvem hvilken hvilke til av på for med fra ved om kan kunne vil ville skal må har hadde blir ble meg deg seg oss
ennå enda også bare mer alltid veldig takk hei som at hvis`,
  sv: `en ett den det de är var jag du han hon vi ni min mitt mina din ditt er ert era vår vårt och eller men inte ingen inga hur vad
när var varför vem vilken vilka till av på för med från vid om kan kunde vill ville ska måste har hade blir blev mig dig sig
oss ännu också bara mer alltid mycket tack hej som att finns`,
  fi: `on ovat oli olen olet olemme olette minä sinä hän me te he minun sinun meidän teidän ja tai mutta ei en et emme eivät miten
mitä mikä milloin missä mistä miksi kuka kuinka jos kun että niin voi voin voiko voinko haluan haluaisin pitää täytyy minulla
mulla onko vielä jo myös vain hyvin kiitos hei moi tämä se ne ole ollut`,
  hu: `a az egy van vannak volt voltak vagyok én te ő mi ti ők és vagy de nem nincs hogyan hogy mit mi mikor hol hová honnan miért
ki melyik mennyi meg már még is csak nagyon kell lehet szeretnék akarok tudok tudom nekem köszönöm kérem szia ez ezt azt
mert ha majd el fel`,
  tr: `bir bu şu o ve veya ama değil yok var nasıl ne zaman nerede neden niçin kim hangi kaç mi mı mu mü ben sen biz siz benim
senin bizim sizin bana sana için ile gibi kadar sonra önce daha çok hala hâlâ henüz de da ki istiyorum lütfen teşekkürler
merhaba olarak değiştirmek nereden yapabilirim`,
  pl: `jest są był była było jestem ja ty on ona my wy oni mój moja moje mojego mojej twój nasz i lub ale nie jak co kiedy gdzie
dlaczego kto który która które ile do z ze od na w we po przez dla bez o mogę może można chcę chciałbym mam ma macie mieć
się już jeszcze też tylko bardzo proszę dziękuję dzień dobry cześć to ten ta czy że jeśli mi`,
  cs: `je jsou byl byla bylo jsem jste já ty on ona my vy oni můj moje mého mé váš náš a nebo ale ne není jak co kdy kde proč kdo
který která které kolik do z ze od na v ve po přes pro bez o mohu můžu může lze chci chtěl mám má máte se si už ještě také
jen velmi prosím děkuji dobrý den ahoj to ten ta že jestli mi`,
  sl: `je so bil bila bilo sem ste smo jaz ti on ona mi vi oni moj moja moje vaš naš in ali pa ne ni kako kaj kdaj kje zakaj kdo
kateri katera koliko do z s od na v po za brez o lahko želim hočem imam ima imate se si že še tudi samo zelo prosim hvala
dober dan živjo to ta da če mi`,
  eu: `da dira zen ziren naiz zara gara ni zu hura gu nire zure gure eta edo baina ez nola zer noiz non zergatik nor zein zenbat
dut duzu du dugu nahi behar dago daude oso ere oraindik mesedez eskerrik kaixo hau hori baten bat`,
  ga: `tá níl bhí is ní an na agus nó ach conas cad cathain cén cé mé tú sé sí muid sibh siad mo do ár le ar ag as ó faoi go raibh
maith agat dia duit seo sin más`,
  id: `yang dan atau tetapi tapi tidak bukan belum sudah saya kami kita anda kamu dia mereka ini itu bagaimana apa apakah kapan dimana
mana mengapa kenapa siapa berapa di ke dari untuk dengan pada oleh bisa dapat ingin mau ada akan masih juga hanya sangat
tolong terima kasih halo`,
  vi: `là và hoặc nhưng không chưa đã tôi bạn chúng tôi này đó thế nào gì khi nào đâu tại sao ai bao nhiêu của cho với từ trong
được có muốn cần sẽ vẫn cũng chỉ rất vui lòng cảm ơn xin chào làm`,
  ru: `и в не на я что с по как это у к за от из но мне меня мой моя моё мое мои моего моей вы вас вам ваш мы нас он она они его её ее
их где когда почему кто какой какая какие сколько до для без о об при можно нужно надо хочу могу есть был была было были
быть уже ещё еще тоже только очень пожалуйста спасибо здравствуйте привет или если то так бы ли нет да чтобы`,
  uk: `і й та в у не на я що з із як це до за від але мені мене мій моя моє мої ви вас вам ваш ми нас він вона вони його її їх де
коли чому хто який яка які скільки для без про при можна треба хочу можу є був була було були бути вже ще теж тільки дуже
прошу дякую привіт або якщо то так чи ні щоб`,
  bg: `и в не на аз че с по как това към за от из но ми мен мой моя моето моите вие ви ние той тя те къде кога защо кой коя кои колко
до без при може трябва искам мога има няма е са съм беше вече още също само много моля благодаря здравейте или ако да ли ще
се си`,
  sr: `и у не на ја да са по како то је за од из али ми мене мој моја моје ви вас ваш смо он она они где када зашто ко који која
које колико до без при може треба желим могу има нема сам био била већ још такође само много молим хвала здраво или ако ли
ће се`,
};

export const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(table).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);
