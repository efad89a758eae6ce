//! Tables of words: function words, common words, roles, heads of organisations and places, abbreviations.
//!
//! Written for ibid from common knowledge of English; each table is words in lower case, parted by white
//! space.

/// Words that are no name however they are written: articles, pronouns, prepositions, conjunctions,
/// auxiliaries, and adverbs that begin sentences.
pub(super) const FUNCTION: &str = "
a about above according across actually additionally after afterwards again against ago ahead albeit all
almost alone along alongside already also although altogether always am amid among amongst an and another any
anybody anyone anything anyway anywhere apart apparently are aren't around as aside at away back basically be
because been before behind being below beneath beside besides best better between beyond both briefly but by
can can't cannot certain certainly clearly consequently could couldn't currently dear despite did didn't do
does doesn't doing don't done down due during each earlier either else elsewhere enough especially essentially
etc even eventually ever every everybody everyone everything everywhere except few fewer finally first firstly
following for formerly fortunately fourth frankly frequently from further furthermore generally given got had
hardly has hasn't have haven't having he he'd he'll he's hello hence her here hers herself hi him himself his
historically hopefully how however i i'd i'll i'm i've if importantly in indeed initially inside instead
interestingly into ironically is isn't it it'd it'll it's its itself just last lastly late lately later least
less lest let let's like likewise little long many maybe me meanwhile might mine more moreover most mostly much
must my myself naturally near nearly neither never nevertheless next nine no nobody none nonetheless nor not
nothing notably notwithstanding now nowadays nowhere obviously occasionally oddly of off often oh ok okay on
once one only onto or originally other others otherwise ought our ours ourselves out outside over overall own
particularly per perhaps plus please possibly presumably previously prior probably quite rarely rather
really recently regarding regardless reportedly sadly same second secondly seemingly seven several shall she
she'd she'll she's should shouldn't similarly simply since six so some somebody somehow someone something
sometimes somewhat somewhere soon sorry still strangely subsequently such suddenly surely ten than thank thanks
that that's the thee their theirs them themselves then there there's thereafter thereby therefore these they
they'd they'll they're they've third thirdly this those thou though thousands three through throughout thus
till to today together tomorrow tonight too toward towards traditionally twice two typically ultimately under
underneath unfortunately unless unlike until up upon us usually versus very via was wasn't we we'd we'll we're
we've well were weren't what what's whatever when whenever where where's whereas wherever whether which
whichever while who who's whoever whom whose why will with within without won't worse would wouldn't yeah yes
yesterday yet you you'd you'll you're you've your yours yourself zero four five eight eleven twelve twenty
thirty forty fifty hundred hundreds dozens half none amidst vs re cc fw fwd
";

/// Common nouns, verbs and adjectives that begin sentences or stand in headlines and in the names of things
/// that are neither people nor bodies nor places.
pub(super) const COMMON: &str = "
abortion absolute abuse access accident account accounts accused accusing act acting action actions active
activists activity adding addition additional address adds administration admits admitted advance advice
affair affairs aftermath age agencies agenda agree agreed agreement agrees agriculture ahead aid aim aims air
aircraft airport alert alien allegations alleged allies allow allowing allows ally ambassadors amendment
analysis analysts ancient angel anger angry animal anniversary announced announces annual answer answers
anthem anti apple application applications appeal appeals appear appears apply approach approved area areas
argument arms army arrest arrested arrests art article articles artist artists ask asked asking asks attack
attacks attempt attempts attorneys audience authorities author authors autumn available average award awards
baby back backed backs bad bag ball ban band bans bar base based battle bay beach bear beat beautiful beauty
become becomes beer begin beginning begins behavior believe believes bell benefit benefits better bible bid big
bike bill billion bills bird birth birthday black blood blow blue board boat bodies body bomb bombs book books
border borders born boss bottle box boy boys brain branch brand bread break breaking breakthrough bridge brief
bright bring bringing brings broadcast brother brothers brown budget build building built bureau burn bus
business businesses button buy buying cabinet call called calling calls camera camp campaign cancer candidate
candidates capital car card cards care career cars case cases cash castle cat cause caused causes celebrate
celebration center central century ceremony certificate challenge challenges champion championship chance
change changed changes channel chapter character charge charges charter cheap check chemical chicken child
children chinese choice choose chorus christian christmas cinema circle citizens citizenship city civil civilian
civilians claim claimed claims class classic clean clear climate close closed closer closes clothes cloud coach
coal coast code coffee cold collapse collection college color come comedy comes coming comment comments common
communication communications community companies comparison competition complete computer concern concerned
concerns concert conclusion condition conditions conference confirms conflict congratulations considering
constitution construction contact content contents contract contrary control controversy convention
conversation cook cooking cool cooperation copy copyright coronavirus corner corporate corruption cost costs
could council countries country couple course courts cover covid create created creating creation crime crimes
crisis critical criticism critics cross crowd crown cry culture cup currency current customers customs cut cuts
cyber daily dance danger dangerous dark data date dates daughter day days dead deal dealing deals death deaths
debate debt decade decades december decide decided decision declaration decree deep defence defend defense
delegation demand demands democracy democratic demonstration demonstrators deny department deployment depending
deposit describe description desert design despite destroyed details development dialogue diary die died dies
diet difference different difficult digital dinner diplomacy diplomatic diplomats direct direction dirty
discover discovery discussion discussions disease display dispute distance district division doctors document
documents does dog dollar domestic door double doubt draft dragon drama draw dream dreams dress drink drive
driver drivers driving drone drones drug drugs dry dutch early earth east eastern easter easy eat economic
economics economy edition editorial education effect effective effects effort efforts eggs elder election
elections electric electronic elements elite email emergency emissions empire employees employment end ending
ends enemy energy engine engineering english enjoy enter entertainment entire entry environment environmental
episode equal equipment era error escape essay establish established estate estimates ethics european evening
event events evidence evil exactly example exchange exclusive executive exercise exercises exhibition exit
expect expected expensive experience experiences experts explain explosion explosions export exports express
external extra eye eyes face faces facing fact factor factors factory facts fail failed fails failure fair fall
falling false fame families family famous fans farm farmers fashion fast father favorite fear fears feature
features federal feedback feel female festival fiction field fight fighter fighters fighting figure figures
file files film films final finance financial find finding findings finds fire fires firm firms fish fishing
flag flies flight flights floor flower flowers fly focus folk follow followed follows food foods football force
forced forces foreign forest form former forms formula fort forward foundation founded founding frame free
freedom fresh friday friend friendly friends friendship front fruit fuel full fun functional fund funding funds
funny future galaxy gallery game games garden gas gate gear gender general generation generations gets getting
ghost giant gift girl girls give gives giving glass global go goal goals god gods goes going gold golden golf
gone good goods google government governments governor grade grand grant great green ground group groups grow
growing growth guards guest guests guide guidelines gun guns guy guys had hair hall hand handbook hands happen
happened happy hard harry hate head headline headlines heads health healthy hear hearing hearings heart heat
heavy held hell help helped helping helps hero heroes hidden high higher highlights hill history hit hits hold
holding holds hole holiday holidays holy home homes honor honour hope hopes horror horse hospital hospitals
host hostages hot hotel hotels hour hours house household houses housing human hundreds hunger hunt hurricane
husband ice idea ideas identity image images imagine immigrants immigration impact implementation important
imports improve improving incident include included includes including income increase increased increases
independence independent index individual individuals industrial industries industry infantry inflation
influence information infrastructure initiative injured inquiry inside insider inspired instance institutions
insurance integration intelligence interest interesting interests interim interior internal international
internet interpretation interview introduction invasion investigation investigators investment investments
investors invitation iron island issue issues items jail job jobs join joined joins joint journal journalism
journalists journey joy judges jump jury justice keep keeping keeps key kick kid kids kill killed killing
killings kills kind king kingdom kitchen know knowledge labor labour lack lake land language languages large
largest lasting laugh launch launched launches law lawmakers laws lawyers lead leaders leadership leading leads
league learn learning leave leaves leaving led left legacy legal legend legislation lesson lessons letter
letters level levels liberal liberty library license lie life light lights limited line lines link links list
listen literature live lives living loan local location logic long look looking looks loss lost lot loud love
low lower loyalty luck lunch machine magazine magic mail main major make makes making male man management
managers manual march mark market marketing markets marriage mass massive master match matches material
materials math matter matters meal means measures meat media medical medicine meet meeting meetings meets
member members memorial memory men mental menu mercenaries message messages metal method methods middle midnight
migrants migration mike mile miles military milk million millions mind minds mine mines ministers minor minority
minute minutes mirror missile missiles missing mission mistake mobile model models modern moment monday money
monster month months moon moral morning mother motion motor mountain mouth move moved movement movements moves
movie movies moving murder museum music mystery myth name named names nation national nations native natural
nature naval need needs negotiations neighbors network networks new news newspaper newspapers night nightmare
nights noble nomination normal north northern note notes notice novel november nuclear number numbers nurse
object obligations observers occupation ocean october odd offense offer offered offering offers office
officers officials oil old older olympic online open opening opens opera operation operations opinion opinions
opponents opportunity opposition option options orange order ordered orders ordinary organic organizations
origin original origins orthodox outbreak outcome outlook owner owners pact page pages pain paint painting pair
palace panel panic paper papers parents park part participants participation parties partner partners
partnership parts pass passed passenger passengers passing past path patient patients pattern pay paying
payment peace peacekeepers peacekeeping penalty people percent perfect performance period permanent person
personal perspective petition phase philosophy phone photo photograph photographs photography photos physical
physics piano picture pictures piece pieces pilot pilots pink pipeline pizza place places plan plane planet
plans plant plants play played player players playing plays pleasure plenty plot poem poems poetry poets point
points poker poland polar police policies policy political politicians politics poll polls pollution pool poor
pop popular population port position positive possession possible post poverty power powerful powers practice
practices prayer preparation preparations presence present presentation presents presidency presidential press
pressure prevent previous price prices pride primary print prison prisoners private prize pro problem problems
procedure process produce producers product production products professional professionals professors profile
profit profits program programme programs progress project projects promise promises propaganda property
proposal proposals prospects protect protection protest protesters protests proud provide provided provides
province provincial provision public publication published publisher pull pulls punk purchase pure purple
purpose push pushes put puts putting quality queen quest question questions quick quit quote rabbit race races
radio rail railway rain raise raises raising range rank rapid rate rates rating ratio raw reach reached reaction
read readers reading ready real reality reason reasons rebels recall receive received recent recipe
recognition recommendations reconstruction record records recovery recreation red reduce reference references
referendum reform reforms refugee refugees refuses regime region regional regions register regular regulation
regulations relation relations relationship release released releases religion religious remarks remember
remote remove rent repair repeat replace reply report reported reporters reports republican request requests
rescue research researchers reserve residence resident residents resistance resolution resort resource
resources response responsibility rest restaurant restaurants result results retail return returns revenge
revenue review reviews revolution rich ride right rights ring riot riots rise rises rising risk risks river
road roads robot rock role roles roll romance room root rose round route routes row royal rule rules ruling run
running runs rural rush safe safety sale sales sanctions satellite satellites saturday save saved saving say
saying says scale scandal scene schedule scheme scholars scholarship school schools science scientific
scientists score scores screen screening sea search season seat secret secretary section sections sector
secure security see seek seeks seen select self sell selling sells senior sense sent sentence series serious
servants served serves service services session set sets setting settlement seventh sex shadow shape share
shares sharing sharp sheet shell shelling shift ship ships shirt shock shoes shoot shooting shop shopping shore
short shot shots show showed showing shows sick side sign signed significant signs silence silver similar
simple single sister sisters site sites situation size skill skills skin skips sky slave slavery sleep slow
small smart smile smoke snow social society soft software soil solar soldier soldiers sole solid solution
solutions song songs sound soup source sources south southern sovereignty space speaking special specialists
specific speech speed spends spirit spiritual sport sports spot spring spy square stability staff stage stages
stand standard standards standing stands star stars start started starting starts state statement statements
states station stations statistics status stay steel step steps stock stocks stone stop stops store stores
stories storm story strange strategic strategy street streets strength strike strikes string strong structure
struggle student students studies studio study style subject submission success sugar suggest suggestion
summary summer summit sun sunday super supplement supplies supply support supported supporters supports supreme
surface surgery surprise survey survival suspect suspected suspects sweet symbol sympathy system systems table
take taken takes taking tale talent talk talking talks tank tanks target targets task tax taxes tea teacher
teachers teaching team teams tears technical technology teen telephone tell telling tells temple tensions term
terms terrible territorial territories territory terror terrorism terrorist terrorists test testing tests text
texts theater theatre theme theory thing things think thinking thought thoughts thousand threat threatens
threats thursday ticket tickets tie ties timber time timeline times tips tires title titles toll tomb tool
tools top topic topics total touch tour tourism tourist tourists town towns trade trading tradition traditional
traffic trail train training trains transfer transformation transit transition translation transport
transportation trap travel travelers treasure treatment treaties tree trees trial trials trip troops trouble
truck trucks true trust truth try trying tuesday turn turned turning turns tv twin type types ultimate union
unique unit united units unity universal universe university unknown update updated updates upper urban urge
urges usage use used useful user users uses using usual vacation valley value values variety various vehicle
vehicles verdict version victim victims victory video videos view viewers views village villages violence virus
vision visit visitors visits visual vocational voice voices volume voluntary volunteer volunteers vote voters
votes voting vows wait waiting walk walking wall walls want wanted wants war warm warming warned warning
warnings warns warriors wars waste watch watching water wave waves way ways weak wealth weapon weapons wear
weather web website wedding wednesday week weekend weekly weeks weight welcome welfare west western wet wheel
white whole wide widow wife wild wildlife win wind window windows wine wing winner winners winning wins winter
wisdom wish witness witnesses woman women wonder wonderful wood word words work worked worker workers working
works workshop world worlds worst worth wounded write writer writers writing written wrong yard year years
yellow york young youth zone sidelines withdrawal leaving backing calling attending speaking asked moving
introduction embattled alleged cyclone typhoon futures explorer reader beware derivatives lovely bibliotheek ballroom auditorium cottage
abstract acknowledgements appendix bibliography figure table method methods results discussion conclusions
section clause paragraph annex article schedule exhibit subject sent cc attached attachment regards sincerely
cheers lol wow hey damn bye congrats rt
";

/// Words that say what somebody is, and stand before a name or behind it.
pub(super) const ROLES: &str = "
president presidents pm premier premiers minister ministers secretary governor governors chancellor chairman
chairwoman chairperson spokesman spokeswoman spokesperson ambassador diplomat diplomats mp mps mep meps senator
senators congressman congresswoman representative rep sen gov mayor king queen prince princess duke duchess
pope archbishop bishop cardinal patriarch colonel col lieutenant lt sergeant sgt admiral marshal
commander gen capt maj brig judge professor prof doctor dr mr mrs ms miss sir dame lord baron sheikh sheik emir
sultan imam ayatollah rabbi mullah rev reverend leader leaders analyst analysts economist journalist reporter
editor author writer novelist poet historian activist activists lawyer attorney prosecutor oligarch businessman
businesswoman billionaire tycoon entrepreneur founder co-founder owner ceo cfo coo cto boss politician
politicians dictator strongman envoy adviser advisor aide commissioner inspector detective sheriff lawmaker
lawmakers legislator councillor councilman comrade blogger dissident scientist researcher physicist biologist
chemist sociologist philosopher singer actor actress filmmaker photographer musician coach goalkeeper striker
midfielder astronaut cosmonaut pilot warlord banker investor magnate counterpart
tsar czar emperor empress herr frau monsieur madame señor don doña
";

/// Roles that are often something else, so that they count only before a full name.
pub(super) const WEAK_ROLES: &str = "
chief executive head director deputy official officials officer officers expert experts general major captain chair
speaker manager candidate candidates commander-in-chief counsel member members partner partners champion
actor winner author father mother brother sister son daughter wife husband victim
";

/// Words that may stand before a role as a part of the title.
pub(super) const MODIFIERS: &str = "
deputy vice first prime foreign defence defense interior finance health justice press state opposition
political rights human top acting former ex senior junior chief executive general assistant associate national
economic economy trade security military army police party parliamentary presidential legal financial
environment energy education culture labour labor transport agriculture home cabinet house senate majority
minority crown supreme high permanent special managing principal lead interim policy research media news
attorney lieutenant vice- field major brigadier staff under secretary rear wing air lord district county city
regional federal provincial opposition-leader film football tech intelligence nuclear
";

/// Words that make the capitalised words around them the name of an organisation.
pub(super) const BODIES: &str = "
ministry treaty organization organisation union institute institution fund bank forum embassy committee
commission council agency association federation foundation academy university college corporation company
group party parliament assembly senate congress court department bureau service services authority administration
office board army navy forces guard police command alliance league society club centre center network airlines
airways motors holdings holding industries laboratory laboratories museum church battalion brigade regiment
division corps movement front coalition initiative trust exchange consulate directorate inspectorate
secretariat chamber confederation consortium syndicate fm tv radio newspaper times herald tribune gazette
bundesbank hospital school inc ltd corp llc plc gmbh ag ao oao ooo pjsc ngo brothers telecom technologies
systems media press magazine studios pictures records entertainment pharmaceuticals energy petroleum
orchestra theatre choir seminary observatory taskforce tribunal mission
";

/// Heads of organisations that are too common to make a name with only a common word beside them.
pub(super) const WEAK_BODIES: &str = "
group party office court service services administration company front school center centre team board police
mission press media energy systems times radio tv records pictures exchange movement division command trust journal
guard brothers church club hospital museum society theatre industries entertainment magazine initiative
";

/// Words for a body that stand before its name: "the newspaper Kommersant", "PMC “Wagner”".
pub(super) const BODY_BEFORE: &str = "
pmc company firm newspaper agency channel website magazine party group movement ngo battalion brigade
broadcaster retailer carmaker startup airline subsidiary outlet bank daily weekly
";

/// Words that make the capitalised words before them the name of a place.
pub(super) const REGIONS: &str = "
sea ocean gulf bay strait river lake mountain mountains island islands peninsula valley desert region oblast
province district county territory krai canton governorate voivodeship prefecture raion airport square street
avenue boulevard canal coast basin plateau archipelago delta falls creek glacier isthmus cape highlands
municipality beach bridge park city
";

/// Those of [`REGIONS`] that do so in lower case too.
pub(super) const LOWER_REGIONS: &str = "
region oblast province district county peninsula river raion prefecture krai governorate voivodeship
";

/// Words that make what follows the name of a place: "Lake Baikal", "Gulf of Finland", "San Marino".
pub(super) const BEFORE_PLACE: &str = "
lake mount mt fort port cape san santa são sao saint st los las el nizhny nizhni veliky veliki novaya novo
nova gulf bay isle strait river rio villa puerto bad upper lower
";

/// Nouns before "of" and a place: "the resort of Sochi".
pub(super) const PLACE_NOUNS: &str = "
city town village resort region republic province district capital port island state peninsula county suburb
oblast settlement kingdom
";

/// Lower-case words inside people's names.
pub(super) const PARTICLES: &str = "
de da das dos do del della di du van von der den ten ter zu bin bint ibn ben al el la le af av y e
";

/// Verbs of which people are the subject.
pub(super) const SPEECH: &str = "
said says told tells added adds claimed claims stated states insisted insists argued argues wrote writes
replied explained admitted denied acknowledged complained warned thanked believes believed thinks thought
vowed promised urged asked met visited phoned tweeted predicted noted notes recalled resigned smiled laughed
married died
";

/// Prepositions of place.
pub(super) const IN_PLACE: &str = "in near across throughout around outside";

/// Titles and other words that end in a stop without ending the sentence.
pub(super) const ABBREVIATIONS: &str = "
mr mrs ms dr prof gen col lt sgt capt maj brig adm sen rep gov rev hon st mt jr sr jan feb mar apr jun jul aug
sep sept oct nov dec mon tue tues wed thu thur thurs fri no vs inc ltd corp co fr
";

/// What may follow a person's name as its part.
pub(super) const SUFFIXES: &str = "jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi";

/// Abbreviations in capitals that name no body, person or place.
pub(super) const PLAIN_ACRONYMS: &str = "
pmc pmcs mp mps mep meps ceo ceos cfo coo cto pm pms am tv gdp covid covid-19 id ids ok usb pdf fm dna rna hiv
aids gps sms url http https www html xml sql cpu gpu ram rom dvd cd faq diy asap fyi btw imo imho lol omg rip
vip suv atm pin pc pcs ai it api app os ngo ngos ngo's un-backed ww1 ww2 wwi wwii bc ad ce bce est gmt utc cet
pst edt am/pm ufo phd ma ba bs msc mba md rsvp tba tbd etc ii iii iv vi vii viii ix xi xii jr sr nb ps pps re fw
fwd cc bcc hr pr vat cv q&a q1 q2 q3 q4 h1 h2 lgbt lgbtq icbm icbms mlrs uav uavs apc apcs ied ieds pow pows idp
idps eta rfp roi kpi lng lpg eez gmo cctv ptsd adhd ivf mri ct sat gpa isbn issn doi ip vpn wifi wi-fi usp
new breaking update exclusive read more see also not all and the no yes why how what
";

/// Months, long and short.
pub(super) const MONTHS: [&str; 12] = [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
];

/// Days of the week, long and short.
pub(super) const WEEKDAYS: [&str; 7] = [
    "monday mondays",
    "tuesday tuesdays",
    "wednesday wednesdays",
    "thursday thursdays",
    "friday fridays",
    "saturday saturdays",
    "sunday sundays",
];
