//! Tables of places: countries, cities, regions and seas.
//!
//! Written for ibid from common knowledge of the English names, with ISO 3166 for the countries; names in lower
//! case, one between two bars. Names that are common English words or surnames too are left out.

/// Countries, with the variants that texts use.
pub(super) const COUNTRIES: &str = "
afghanistan|albania|algeria|andorra|angola|antigua and barbuda|argentina|armenia|australia|austria|azerbaijan
|bahamas|bahrain|bangladesh|barbados|belarus|byelorussia|belgium|belize|benin|bhutan|bolivia
|bosnia and herzegovina|bosnia-herzegovina|bosnia|botswana|brazil|brunei|bulgaria|burkina faso|burundi
|cabo verde|cape verde|cambodia|cameroon|canada|central african republic|chad|chile|china
|people's republic of china|colombia|comoros|congo|democratic republic of the congo|republic of the congo
|dr congo|costa rica|côte d'ivoire|ivory coast|croatia|cuba|cyprus|czech republic|czechia|czechoslovakia|denmark
|djibouti|dominica|dominican republic|ecuador|egypt|el salvador|equatorial guinea|eritrea|estonia|eswatini
|swaziland|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|east germany|west germany|ghana|greece
|grenada|guatemala|guinea|guinea-bissau|guyana|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|ireland
|northern ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kiribati|north korea|south korea|korea|kosovo
|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|madagascar
|malawi|malaysia|maldives|mali|malta|marshall islands|mauritania|mauritius|mexico|micronesia|moldova|monaco
|mongolia|montenegro|morocco|mozambique|myanmar|burma|namibia|nauru|nepal|netherlands|the netherlands|holland
|new zealand|nicaragua|niger|nigeria|north macedonia|macedonia|norway|oman|pakistan|palau|palestine|panama
|papua new guinea|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|russian federation|rwanda
|saint kitts and nevis|saint lucia|samoa|san marino|saudi arabia|senegal|serbia|seychelles|sierra leone
|singapore|slovakia|slovenia|solomon islands|somalia|somaliland|south africa|south sudan|soviet union|spain
|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|timor-leste|east timor
|togo|tonga|trinidad and tobago|tunisia|turkey|türkiye|turkmenistan|tuvalu|uganda|ukraine|united arab emirates
|united kingdom|great britain|britain|england|scotland|wales|united states|united states of america|america
|uruguay|uzbekistan|vanuatu|vatican|vatican city|holy see|venezuela|vietnam|yemen|yugoslavia|zambia|zimbabwe
|republic of belarus|republic of moldova|republic of korea|republic of ireland|islamic republic of iran
|kingdom of saudi arabia|hong kong|macau|puerto rico|greenland|faroe islands|gibraltar
";

/// Capitals and other cities that news are told from.
pub(super) const CITIES: &str = "
abidjan|abu dhabi|abuja|accra|addis ababa|aden|aleppo|alexandria|algiers|almaty|amman|amsterdam|ankara|antananarivo
|antwerp|ashgabat|asmara|astana|nur-sultan|nursultan|asunción|asuncion|athens|atlanta|auckland|avdiivka|avdeevka
|baghdad|bakhmut|baku|baltimore|bamako|bangalore|bengaluru|bangkok|bangui|banjul|baranavichy|baranovichi|barcelona
|basra|beijing|beirut|belfast|belgorod|belgrade|belmopan|benghazi|berdyansk|berlin|bern|birmingham|bishkek|bogotá
|bogota|bologna|bombay|bordeaux|boston|brasília|brasilia|bratislava|brazzaville|bremen|brest|brisbane|bristol
|brussels|bryansk|bucha|bucharest|budapest|buenos aires|bujumbura|cairo|calais|calcutta|canberra|cape town|caracas
|cardiff|casablanca|chelyabinsk|chennai|chernihiv|chernivtsi|chernobyl|chicago|chisinau|chișinău|kishinev|cologne
|colombo|conakry|copenhagen|córdoba|crimea|dakar|dallas|damascus|dar es salaam|davos|debaltseve|delhi|new delhi
|denver|detroit|dhaka|dili|dnipro|dnepropetrovsk|dodoma|doha|donetsk|dresden|dubai|dublin|durban|dushanbe
|düsseldorf|edinburgh|edmonton|enerhodar|entebbe|erbil|fallujah|frankfurt|freetown|gaborone|gdańsk|gdansk|geneva
|genoa|georgetown|ghent|glasgow|gomel|homel|gothenburg|grodno|hrodna|grozny|guangzhou|guatemala city
|hague|the hague|haifa|hamburg|hanoi|hanover|harare|havana|helsinki|hiroshima|ho chi minh city|homs|honolulu
|houston|idlib|irkutsk|irpin|islamabad|istanbul|izhevsk|izium|izmir|jakarta|jeddah|jerusalem|johannesburg|juba
|kabul|kaliningrad|kampala|kandahar|karachi|kathmandu|kaunas|kazan|kerch|kharkiv|kharkov|khartoum|kherson
|khmelnytskyi|kiev|kyiv|kigali|kingston|kinshasa|klaipeda|kolkata|kostroma|krakow|kraków|kramatorsk|krasnodar
|krasnoyarsk|kuala lumpur|kuwait city|kursk|kyoto|la paz|lagos|lahore|las vegas|leeds|leipzig|leningrad|lhasa
|libreville|lida|lille|lilongwe|lima|lisbon|liverpool|ljubljana|lomé|london|los angeles|luanda|luhansk|lugansk
|lusaka|luxembourg city|lviv|lvov|lyon|lyons|maastricht|madrid|malabo|malé|malmö|managua|manama|manchester|manila
|maputo|mariupol|marseille|marseilles|maseru|mecca|medina|melbourne|melitopol|mexico city|miami|milan|minneapolis
|minsk|mogadishu|mogilev|mahilyow|mahiliou|mombasa|monrovia|montevideo|montreal|moscow|mosul|mumbai|munich
|murmansk|muscat|mykolaiv|nagasaki|nairobi|nanjing|naples|naypyidaw|n'djamena|new orleans|new york|new york city
|niamey|nicosia|nikopol|nizhny novgorod|nottingham|nouakchott|novgorod|novorossiysk|novosibirsk|nuremberg
|odesa|odessa|omsk|oslo|ottawa|ouagadougou|oxford|palermo|palmyra|panama city|paris|pavlohrad|perm|perth|peshawar
|petrograd|petrozavodsk|philadelphia|phnom penh|phoenix|pittsburgh|podgorica|pokrovsk|polotsk|polatsk|poltava|port-au-prince
|porto|poznań|poznan|prague|pretoria|pristina|pskov|puebla|pyongyang|quebec|quito|rabat|ramallah|ramstein|rangoon
|yangon|reykjavik|riga|rio de janeiro|riyadh|rome|rostov|rostov-on-don|rotterdam|salisbury|salzburg|samara
|samarkand|san diego|san francisco|san josé|san jose|san salvador|sanaa|sana'a|santiago|santo domingo|sao paulo
|são paulo|sarajevo|saratov|seattle|seoul|sevastopol|seville|shanghai|shenzhen|simferopol|skopje|slavyansk
|sloviansk|smolensk|sochi|sofia|soledar|srebrenica|st petersburg|saint petersburg|stalingrad|stavropol|stockholm
|palo alto|strasbourg|stuttgart|suez|sumy|suva|svetlogorsk|sydney|taipei|tallinn|tampere|tartu|tashkent|tbilisi|tegucigalpa
|tehran|teheran|tel aviv|ternopil|thessaloniki|the bronx|tianjin|tikrit|timbuktu|tirana|tiraspol|tokyo|toronto
|toulouse|tripoli|tunis|turin|tver|ufa|ulaanbaatar|ulan bator|utrecht|valencia|valletta|vancouver|veliky novgorod
|velikiy novgorod|venice|vienna|vientiane|vilnius|vinnytsia|vitebsk|vitsebsk|vladivostok|volgograd|voronezh
|warsaw|washington|washington dc|washington d.c|wellington|windhoek|wroclaw|wrocław|wuhan|yakutsk|yalta|yaoundé
|yaroslavl|yekaterinburg|ekaterinburg|yerevan|zagreb|zaporizhzhia|zaporizhzhya|zhytomyr|zurich|zürich|bobruisk
|babruysk|barysaw|borisov|orsha|pinsk|mazyr|mozyr|salihorsk|soligorsk|navapolatsk|novopolotsk|slutsk|maladzyechna
|astravets|ostrovets|bialystok|białystok|daugavpils|narva|guantanamo|guantánamo|fukushima|gaza|gaza city|rafah
|khan younis|khan yunis|hebron|bethlehem|nazareth|brooklyn|manhattan|hollywood|cambridge|canterbury|dubrovnik
|cancún|cancun|acapulco|bali|kobani|raqqa|kirkuk|nagorno|stepanakert|shusha|sukhumi|tskhinvali|batumi|gori
|islington|westminster|wimbledon|los alamos|salt lake city|san antonio|st louis|saint louis|kansas city|tampa
|orlando|nashville|memphis|cleveland|cincinnati|milwaukee|sacramento|honiara|port moresby|nassau|bridgetown
|calgary|winnipeg|osaka|yokohama|busan|incheon|kunming|chengdu|chongqing|urumqi|hyderabad|ahmedabad|varanasi
|jaipur|srinagar|colombo|chittagong|mandalay|phuket|surabaya|cebu|adelaide|canary wharf|kingston upon hull
";

/// Continents, regions, states of federations, seas, and other names of land and water.
pub(super) const LANDS: &str = "
abkhazia|adriatic|adriatic sea|africa|north africa|west africa|east africa|southern africa|sub-saharan africa|alaska|alps
|anatolia|andes|antarctica|arabia|arctic|arctic circle|arizona|arkansas|asia|central asia|southeast asia|south asia
|east asia|asia-pacific|atlantic|atlantic ocean|bakhmut|balkans|western balkans|baltic sea|baltics|baltic states
|bavaria|bashkortostan|black sea|borneo|bosphorus|california|southern california|northern california|caribbean
|carpathians|caspian sea|catalonia|caucasus|north caucasus|south caucasus|chechnya|colorado|connecticut|cornwall
|corsica|cote d'azur|crete|dagestan|danube|dardanelles|darfur|delaware|dnieper|dniester|donbas|donbass
|donetsk people's republic|luhansk people's republic|lugansk people's republic|east jerusalem|eastern europe
|central europe|western europe|northern europe|southern europe|english channel|euphrates|eurasia|europe|far east
|florida|flanders|galicia|galilee|ganges|gaza strip|golan heights|great lakes|guam|gulf of finland|gulf of mexico
|gulf of aden|hawaii|helmand|himalayas|horn of africa|iberian peninsula|idaho|iberia|illinois|indian ocean|indiana
|indochina|ingushetia|iowa|jammu|jammu and kashmir|java|kansas|karelia|kashmir|kentucky|kerala|kosovo|kurdistan
|iraqi kurdistan|latin america|south america|north america|central america|lapland|levant|long island|louisiana
|maine|manchuria|maryland|massachusetts|mediterranean|mediterranean sea|mesopotamia|michigan|middle east|minnesota
|mississippi|missouri|montana|nagorno-karabakh|nebraska|nevada|new england|new hampshire|new jersey|new mexico|nile
|normandy|north carolina|north dakota|north korea|north ossetia|north pole|north sea|nova scotia|ohio|oklahoma
|oceania|ontario|oregon|pacific|pacific ocean|indo-pacific|patagonia|pennsylvania|persian gulf|pomerania|prussia
|punjab|pyrenees|quebec|red sea|rhine|rhode island|rocky mountains|sahara|sahel|sakhalin|sardinia|saxony|scandinavia
|sea of azov|sea of japan|serbia|siberia|sicily|silesia|sinai|sindh|south carolina|south china sea|south dakota
|south ossetia|south pole|strait of hormuz|suez canal|sumatra|suwalki gap|taiwan strait|tasmania|tatarstan
|tennessee|texas|tibet|tigray|tigris|transcaucasia|transcarpathia|transnistria|transdniestria|tuscany|tyrol|ulster
|urals|utah|vermont|virginia|west virginia|volga|waziristan|west bank|wisconsin|wyoming|xinjiang|yorkshire
|zakarpattia|crimean peninsula|kola peninsula|korean peninsula|arabian peninsula|balkan peninsula|red square
|capitol hill|silicon valley|wall street|downing street|bermuda triangle|mount everest|yellow sea|aegean|aegean sea
|barents sea|bering strait|kerch strait|english channel|panama canal|new south wales|british columbia|alberta
|west midlands|east anglia|kuril islands|falkland islands|canary islands|balearic islands|snake island|polesia
|polesie|novorossiya|crimea|istria|dalmatia|thrace|transylvania|wallonia|brittany|provence|lombardy|andalusia
";

/// Abbreviations of places, in capitals.
pub(super) const ACRONYMS: &str =
    "us usa uk uae ussr drc dprk prc bih la nyc dc fyrom roc rsfsr gdr frg lnr dnr";

/// Other names of one place or body, each followed by the name that it stands for.
pub(super) const ALIASES: &[(&str, &str)] = &[
    ("us", "united states"),
    ("usa", "united states"),
    ("united states of america", "united states"),
    ("america", "united states"),
    ("uk", "united kingdom"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("uae", "united arab emirates"),
    ("ussr", "soviet union"),
    ("drc", "democratic republic of the congo"),
    ("dprk", "north korea"),
    ("russian federation", "russia"),
    ("republic of belarus", "belarus"),
    ("byelorussia", "belarus"),
    ("saint petersburg", "st petersburg"),
    ("kiev", "kyiv"),
    ("kharkov", "kharkiv"),
    ("lvov", "lviv"),
    ("odessa", "odesa"),
    ("homel", "gomel"),
    ("hrodna", "grodno"),
    ("mahilyow", "mogilev"),
    ("vitsebsk", "vitebsk"),
    ("lugansk", "luhansk"),
    ("donbass", "donbas"),
    ("nursultan", "nur-sultan"),
    ("velikiy novgorod", "veliky novgorod"),
    ("ekaterinburg", "yekaterinburg"),
    ("czechia", "czech republic"),
    ("burma", "myanmar"),
    ("türkiye", "turkey"),
    ("ivory coast", "côte d'ivoire"),
    ("bosnia", "bosnia and herzegovina"),
    ("bosnia-herzegovina", "bosnia and herzegovina"),
    ("vatican city", "vatican"),
    ("washington dc", "washington"),
    ("new york city", "new york"),
    ("teheran", "tehran"),
    ("holland", "netherlands"),
    ("ria", "ria novosti"),
    ("ria-novosti", "ria novosti"),
    ("ria news agency", "ria novosti"),
    ("itar-tass", "tass"),
    ("duma", "state duma"),
    ("un security council", "united nations security council"),
];
