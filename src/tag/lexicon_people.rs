//! Tables of people: given names, surnames that everybody knows, and demonyms.
//!
//! Written for ibid from common knowledge of names in use and of the English words for peoples; words in lower
//! case, parted by white space.

/// Given names, in the spellings that English texts use.
pub(super) const GIVEN: &str = "
aaron abdel abdul abdullah abdulla abigail abraham abu ada adam adama adel adrian adriana aeneas agnes ahmad ahmed
aidan aisha akbar akira alan alain albert alberto aleh alejandro aleksandar aleksander aleksandr aleksandra
aleksei aleksey alena ales aleś alex alexander alexandra alexandre alexei alexey alexi alexis alfred ali alice
alicia alina alisa alison allan allen alyaksandr alyaksei alyona amanda amelia amin amir amit amy ana anastasia
anastasiya anatol anatoli anatoly anders andré andre andrea andreas andrei andrej andrew andrey andriy andrius
andrzej andy angel angela angelina anita anja ann anna annabel anne annette annie anthony antoine anton antonia
antonio antónio antony anwar arkady arkadi arnold arseniy arseny artem artur arturo arthur artyom asha ashraf
ashley asif aslan astrid audrey aung avi ayman aziz barack barbara barbora barry bartholomew bashar basil beata
beatrice ben benedict benjamin benoit benito bernard bernd bernie bert bertrand beth betty bill billy bjorn
björn bob bobby bogdan boris brad bradley brandon brenda brendan brett brian bridget bronislaw bruce bruno bryan
burak cameron camilla camille carl carla carlo carlos carmen carol carolina caroline carolyn carrie catherine
cathy cecilia celine cesar chantal charlene charles charlie charlotte chelsea cheryl chester chloe chris
christian christiane christina christine christoph christophe christopher cindy claire clara clarence claude
claudia claudio clement clifford clive colin connor constantin constantine corey cory craig cristina curtis
cynthia cyril cyrus dagmar daisy dale damian damien dan dana daniel daniela daniele danielle danila danny daria
darius darren darya dave david deborah debra denis denise dennis denys derek dian diana diane didier diego dieter
dilma dima dimitar dimitri dimitris dimitry dina dinara dirk dmitri dmitriy dmitrii dmitry dmytro dominic
dominik dominique don donald donna doris dorothy doug douglas duncan dustin dwight dylan dzianis dzmitry
eamon eddie edgar edith edmund edouard eduard eduardo edward edwin eileen elaine eleanor elena eli elias elif
elijah elisabeth eliza elizabeth ella ellen elliot elon elsa elvira emil emilia emilio emily emine emir emma
emmanuel emmanuelle enrico enrique eric erica erich erik erika erin ernest ernesto ernst erwin esteban esther
ethan eugene eugenia eva evan eve evelyn evgenia evgeny evgeniy fadi fatima faisal federico felipe felix ferdinand
fernando fiona florian frances francesca francesco francis francisco franck francois françois françoise frank
frankie franz fred freddie frederic frédéric frederick frederik friedrich fritz fumio fyodor gabriel gabriela
gabriele gareth garry gary gavin geert gene gennadi gennady gennadiy geoffrey geoff george georges georgi georgiy
georgy gerald gerard gerhard gerry giancarlo gianni gideon gilbert gilles gina giorgi giorgia giorgio giovanni
gisele giulia giuseppe gladys glenn gloria gordon graham greg gregor gregory greta grigori grigory gudrun
guido guillaume guillermo günter gunther gustav gustavo guy gwen hamid hamza hanna hannah hans harold harriet
harris harry harvey hasan hashim hassan heather hector heidi heinrich heinz helen helena helene helga helmut
hendrik henri henrik henry herbert herman hermann hideo hilary hillary hiroshi holly homer horst howard hryhory
hubert hugh hugo hussein husein ian ibrahim ida ignacio igor ihar ihor ilham ilya imran indira ines inga ingrid
inna ioannis ira irena irene irina iris irma isaac isabel isabella isabelle isaiah ismail ivan ivana ivo
jack jackie jacob jacqueline jacques jade jaime jair jake jakob jakub jamal james jamie jan jana jane janet
janez janice janis janusz jared jaroslav jaroslaw jason javier jay jean jeff jeffrey jen jennifer jenny jens
jeremy jerome jerry jesse jessica jesus jill jim jimmy joachim joan joanna joanne joao joão joaquin joe joel
johan johann johanna johannes john johnny jon jonas jonathan jorge jörg jose josé josef josep joseph josephine
josh joshua josip jovan joyce juan juanita judith judy jules julia julian juliana julie julien juliet julio
julius jürgen justin justine kamala kamal kamil karen karim karin karl karla karol karolina kate katarzyna
katerina kathleen kathryn kathy katie katja katrin kay keir keith kelly ken kenneth kevin khaled khalid kim
kimberly kirill kirk kirsten klaus kofi konstantin konstantinos kristen kristian kristina krzysztof ksenia kurt
kyle kyriakos lara larisa larry lars lasse laszlo lászló laura lauren laurence laurent lavon layla lech lee leila
lena leo leon leonard leonardo leonid leopold lesley leslie lester lev lewis liam lidia lila lilia lillian lily
lina linda lindsay lindsey lionel lisa liudmila liz lloyd lois lorenzo loretta lothar lou louis louisa louise
luca lucas lucia lucian luciano lucie lucy ludmila ludwig luigi luis luisa lukas luke lydia lyn lynn lyudmila
madeleine madeline magdalena magnus mahmoud mahmud maksim malcolm malik manfred manuel manuela marc marcel marcello
marcelo marcia marcin marco marcos marcus margaret margarita maria maría marian mariana marianne marie marija marijn
marilyn marin marina marine mario marion maris marissa mariusz mariya marjorie mark marko markus marlene martha
martin martina martine marvin marwan mary maryam maryna masha massimo mateusz mathias mathieu matt matteo matthew
matthias maureen maurice mauricio maurizio max maxim maximilian maxime maya megan mehmet meghan mel melanie
melania melinda melissa mercedes merkel meryl mevlut mia micah michael michaela michal michał michel michele
michelle mick miguel mihai mikalai mikael mike mikhail mikheil mikhal milan milena miles milos milton mina
minna miranda mircea miriam miroslav mitch mohamed mohammad mohammed mohamud moira molly mona monica monika
morgan moses mstislav muhammad muhammadu mukhtar murat muriel mustafa mykhailo mykola myron nadezhda nadia nadine
nancy naomi narendra nasser natalia nataliya natalie natalya natasha nathan nathaniel neil nelson nicholas nick
nicola nicolas nicole nigel nikita nikol nikola nikolai nikolas nikolay nils nina noah noel noor nora norbert
norma norman nouri nuri nursultan octavio oksana olaf ole oleg oleh oleksandr oleksandra oleksiy oleksii olena olga
oliver olivia olivier omar oprah orlando orson oscar oskar osama osman otto owen pablo paddy palina pamela paolo
pascal pat patrice patricia patrick patrik paul paula paulina pauline paulo pavel pavlo pawel pedro peggy penelope
penny per percy perry pete peter petr petra petro petteri phil philip philipp philippe phillip phoebe phyllis pier
pierre pieter piotr polina prakash pranab priya pyotr qasem rachel rafael rafal rahul raisa raj rajiv ralf ralph
raman ramazan ramon ramzan randall randy rania raquel rashid raul raúl ray raymond rebecca recep reggie regina
reinhard rene renata rené rex reza ricardo richard rick ricky riccardo rita rob robert roberta roberto robin rod
rodney rodrigo roger roland rolf roman ron ronald ronnie rosa rosalind rosemary ross roy ruben rudolf rudy rufus
rupert ruslan russell rustam ruth ryan sabine sabrina sadiq said salah salim sally salman salvador sam samantha
samir samuel samuil sandra sandro sandy sanna sara sarah sasha saul scott sean sebastian serena serge sergei sergey
sergio serhii serhiy sergii seth seymour shane shannon sharon shaun shawn sheila sheldon shelley sherry shimon
shinzo shirley siarhei sidney siegfried sigmund silvia silvio simon simona simone slobodan sofia sofya sonia sonja
sophia sophie spencer stacy stan stanislau stanislav stanislaw stanley stefan stefania stefano steffen stella
stepan stephan stephane stephanie stephen steve steven stewart stuart sue susan susana susanna susanne suzanne
svetlana sviatlana sviatoslav svitlana sven syarhei syarhey sybil sylvia sylvie tamara tammy tanya tariq tarek taras
tatiana tatsiana tatyana taylor ted teresa terence terry tessa thabo thaddeus thea thelma theo theodor theodore
theresa therese thierry thomas thorsten tim timofey timothy timur tina tobias todd tom tomas tomasz tommy toni tony
tracy trevor tricia trish troy tyler uladzimir ulrich ulrike umar ursula uwe vadim vadzim vaclav václav
vaira valentin valentina valeria valerie valery valeriy valiantsin vanessa vasil vasily vasiliy vasyl veniamin vera
vernon veronica veronika viachaslau viacheslav vicky victor victoria vijay vikas viktar viktor viktoria vincent
vincenzo viola violeta virginia vital vitali vitaliy vitaly vito vivian vlad vladimir vladislav vladyslav volha
volker volodymyr vyacheslav wade walid wallace walter wanda warren wayne wendy werner wilfred wilhelm willem william
willy wilma winston wladimir wladyslaw wojciech wolfgang woodrow xavier yahya yana yanina yanis yann yaroslav yasser
yauhen yegor yelena yevgenia yevgeny yevgeniy yitzhak yoko yolanda yoshihide yousef yury yuri yuriy yulia yuliya yusuf
yves yvette yvonne zachary zakhar zainab zbigniew zdenek zelda zhanna zinaida zoe zoran zoya zsolt zurab gitanas edgars ingrida kaja alar krišjānis valdis zuzana viktoras vytautas algirdas nafisa jensen santosh suresh sunil anil arun deepak manish ravi sanjay vikram sushma sonia mamata hiroko kenji taro yuki naoto junichiro minh kwame chinua ngozi olusegun goodluck uhuru raila
boutros
antony ursula jens jinping
";

/// Surnames that texts use alone because every reader knows whose they are.
pub(super) const SURNAMES: &str = "
ahmadinejad andropov arafat assad attlee babariko bachelet biden blair bolsonaro brezhnev bulgakov castro ceaușescu
chekhov chernenko chirac churchill clinton cromwell darwin dostoevsky einstein eisenhower engels erdogan erdoğan
freud gaddafi gagarin galileo gandhi goebbels goethe gorbachev hitler kadyrov kennedy khamenei khomeini khrushchev
kissinger lavrov lenin lukashenka lukashenko macron mandela mao marx medvedev merkel milošević milosevic mishustin
modi mozart mussolini napoleon navalny nemtsov netanyahu nietzsche nixon obama orban orbán peskov picasso pinochet
poroshenko prigozhin pushkin putin qaddafi rasputin reagan roosevelt saakashvili sarkozy shakespeare shoigu
solzhenitsyn stalin sunak thatcher tikhanovskaya tolstoy trotsky trudeau trump tsikhanouskaya tymoshenko xi
yanukovych yeltsin yushchenko zelensky zelenskiy zelenskyy
";

/// Peoples, languages, faiths and other words that describe and don't name.
pub(super) const DEMONYMS: &str = "
abkhaz abkhazian afghan afghans african africans albanian albanians algerian algerians american americans andorran
angolan antarctic arab arabian arabic arabs argentine argentinian armenian armenians asian asians assyrian australian
australians austrian austrians azerbaijani azerbaijanis azeri azeris bahraini baltic balts bangladeshi bashkir basque
bavarian belarusian belarusians belarussian belarussians byelorussian belgian belgians bengali berber bolivian bosnian
bosnians botswanan brazilian brazilians brit british britons briton brits bulgarian bulgarians burmese burundian
californian cambodian cameroonian canadian canadians catalan caucasian chadian chechen chechens chilean chinese
colombian colombians congolese corsican cossack cossacks costa-rican croat croatian croatians croats cuban cubans
cypriot cypriots czech czechs dane danes danish dutch ecuadorian egyptian egyptians emirati english englishman
eritrean estonian estonians ethiopian ethiopians eurasian euro-atlantic european europeans fijian filipino filipinos
finn finnish finns flemish french frenchman gambian georgian georgians german germanic germans ghanaian greek greeks
guatemalan guinean haitian hebrew hellenic himalayan hispanic honduran hungarian hungarians icelandic indian indians
indonesian ingush iranian iranians iraqi iraqis irish israeli israelis italian italians ivorian jamaican japanese
jordanian jewish jews judaic kashmiri kazakh kazakhs kazakhstani kenyan kenyans korean koreans kosovar kurd kurdish
kurds kuwaiti kyrgyz laotian latin latino latinos latvian latvians lebanese liberian libyan libyans lithuanian
lithuanians luxembourgish macedonian malagasy malawian malaysian malian maltese mauritanian mexican mexicans
moldovan moldovans mongol mongolian montenegrin moroccan mozambican muscovite namibian nepalese nepali nicaraguan
nigerian nigerians nordic norse north-korean norwegian norwegians omani ossetian ottoman pakistani pakistanis
palestinian palestinians panamanian paraguayan pashtun persian peruvian polish pole poles portuguese prussian
punjabi qatari romanian romanians roman russian russians rwandan samoan sardinian saudi saudis scandinavian scot
scots scottish senegalese serb serbian serbs siberian sicilian sikh sikhs sinhalese slav slavic slavs slovak slovaks
slovene slovenian slovenians somali somalis soviet soviets spaniard spaniards spanish sudanese sunni sunnis shia
shiite shiites swede swedes swedish swiss syrian syrians taiwanese tajik tajiks tamil tanzanian tatar tatars texan
thai tibetan transatlantic tunisian turk turkic turkish turkmen turks tuvan ugandan ukrainian ukrainians urdu
uruguayan us-led uyghur uyghurs uighur uighurs uzbek uzbeks vatican-based venezuelan venezuelans vietnamese welsh
western westerner westerners eastern northern southern yemeni yiddish yugoslav zambian zimbabwean zionist christian
christians muslim muslims islamic islamist islamists catholic catholics protestant protestants orthodox buddhist
buddhists hindu hindus communist communists nazi nazis marxist stalinist leninist tsarist bolshevik bolsheviks
republican republicans democrat democrats conservative conservatives liberal liberals victorian gothic
mediterranean-style stalin-era putinist russophone anglo-saxon anglo euro-asian
";
