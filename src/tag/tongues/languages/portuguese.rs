//! Portuguese.

use super::super::tongue::Tongue;

/// Portuguese.
pub(super) const TONGUE: Tongue = Tongue {
    code: "pt",
    surnames_after: 3,
    small: "e ou mas porém que quem qual quais onde quando como se porque pois enquanto segundo após antes durante com sem \
        sobre sob para por pelo pela pelos pelas entre até desde contra de do da dos das em no na nos nas num numa ao à \
        aos às não sim ele ela eles elas eu tu você vocês nós se lhe lhes me te seu sua seus suas meu minha nosso nossa \
        este esta estes estas esse essa esses essas aquele aquela isto isso aquilo também ainda já sempre nunca muito \
        muitos muita muitas pouco poucos mais menos todo toda todos todas outro outra outros outras cada alguns algumas \
        algum alguma mesmo mesma ambos assim então logo depois agora hoje ontem amanhã aqui ali lá é são era eram foi \
        foram ser será tem têm tinha tinham há havia houve está estão estava pode podem deve dois duas três quatro cinco \
        seis sete oito nove dez cem mil primeiro primeira segunda terceiro último última novo nova grande contudo \
        entretanto todavia além apesar atualmente posteriormente finalmente nascido nascida só apenas quase cerca",
    articles: "o a os as um uma uns umas este esta esse essa aquele aquela do da dos das no na nos nas ao à pelo pela seu sua",
    common: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira \
        terça-feira quarta-feira quinta-feira sexta-feira sábado domingo natal páscoa deus estado igreja república \
        constituição internet história guerra idade média norte sul leste oeste senhor senhora capítulo artigo tabela \
        nota página descrição nome opções autor copyright exemplo ver",
    titles: "presidente presidenta ministro ministra primeiro-ministro chanceler secretário secretária general coronel \
        capitão comandante marechal almirante senador senadora deputado deputada prefeito prefeita governador \
        governadora embaixador embaixadora rei rainha imperador imperatriz czar papa bispo arcebispo cardeal padre \
        príncipe princesa duque duquesa conde condessa marquês professor professora doutor doutora diretor diretora \
        chefe porta-voz juiz juíza procurador advogado advogada ditador líder escritor escritora poeta pintor compositor \
        cineasta ator atriz cantor cantora filósofo historiador jornalista economista treinador técnico candidato \
        ex-presidente vice-presidente vereador delegado",
    addresses: "senhor senhora sr sra dom dona dr dra",
    fields: "russo russa francês francesa alemão alemã britânico americano americana brasileiro brasileira português \
        portuguesa espanhol bielorrusso ucraniano europeu europeia argentino exteriores interior defesa economia fazenda \
        justiça educação saúde nacional internacional geral federal central executivo relações negócios estadual \
        municipal socialista comunista popular democrático superior suprema supremo estrangeiros",
    particles: "de da do dos das van von der den al el bin ibn di del la",
    speech: "disse afirmou declarou anunciou garantiu explicou acrescentou indicou ressaltou destacou lembrou avaliou \
        criticou pediu respondeu prometeu informou comentou diz afirma declara anuncia explica",
    surname_endings: "ov ev ova eva enko enka ski sky vich chuk ian escu sson sen ić oğlu",
    in_place: "em para até desde",
    place_endings: "burgo grado stão",
    place_nouns: "cidade província região município localidade capital ilha rio lago monte vila aldeia freguesia bairro distrito",
    bodies: "ministério universidade instituto academia banco partido comitê comité conselho comissão tribunal assembleia \
        organização federação confederação associação sociedade sindicato agência fundo união frente movimento liga \
        grupo centro fundação escola museu biblioteca hospital observatório câmara secretaria diretoria serviço exército \
        companhia aliança comunidade conferência congresso polícia procuradoria prefeitura",
    low_bodies: "ministério universidade",
    links: "de do da dos das e para ao à em no na",
    before_body: "jornal revista agência empresa grupo partido associação rádio companhia movimento semanário",
    works: "filme romance livro canção álbum ópera obra série título ensaio poema quadro documentário intitulado intitulada",
    named_after: "rua avenida praça largo ponte prêmio prémio colégio escola estádio aeroporto hospital centro \
        universidade instituto fundação museu parque estação medalha copa troféu teorema lei rodovia",
    saints: "são santa santo",
    given: "adolf jack joão antónio antônio luís luiz josé inácio itamar getúlio juscelino jânio tancredo ulysses aécio geraldo marina \
        ciro dilma michel jair aníbal mário álvaro otelo américo vasco afonso sebastião estêvão nuno rui tiago diogo \
        gonçalo henrique duarte inês beatriz leonor catarina margarida conceição aparecida raimundo severino wagner \
        edson ronaldo romário neymar flávio fábio márcio cláudio júlio lúcio marília cecília emílio vladimir fernanda",
    not_given: "carmen rosa rosario mark may max page per art son don tal vitória victoria gloria regina viola stella linda \
        salvador leo vera marina marino angela ada mina abel",
    surnames: "putin zelensky lukashenko gorbachev ieltsin lula bolsonaro temer rousseff sarney salazar saramago camões",
    places: &[
        "Afeganistão|África do Sul|Albânia|Alemanha|Angola|Arábia Saudita|Argélia|Argentina|Armênia|Arménia|Austrália|Áustria|\
         Azerbaijão|Bélgica|Bielorrússia|Belarus|Bolívia|Bósnia|Bósnia e Herzegovina|Brasil|Bulgária|Cabo Verde|Camboja|\
         Camarões|Canadá|Chile|China|Chipre|Colômbia|Coreia do Norte|Coreia do Sul|Coreia|Costa do Marfim|Croácia|Cuba|\
         Dinamarca|Egito|Egipto|Emirados Árabes Unidos|Equador|Eslováquia|Eslovênia|Eslovénia|Espanha|Estados Unidos|\
         Estados Unidos da América|Estônia|Estónia|Etiópia|Filipinas|Finlândia|França|Geórgia|Grã-Bretanha|Grécia|Guatemala|\
         Guiné-Bissau|Haiti|Holanda|Hungria|Índia|Indonésia|Inglaterra|Irã|Irão|Iraque|Irlanda|Islândia|Israel|Itália|Japão|\
         Jordânia|Cazaquistão|Quênia|Letônia|Letónia|Líbano|Líbia|Lituânia|Luxemburgo|Macedônia|Marrocos|México|Moçambique|\
         Moldávia|Mongólia|Noruega|Nova Zelândia|Países Baixos|Palestina|Paraguai|Peru|Polônia|Polónia|Portugal|Reino Unido|\
         República Checa|República Tcheca|República Dominicana|Romênia|Roménia|Rússia|Federação Russa|Sérvia|Síria|Suécia|\
         Suíça|Tailândia|Timor-Leste|Tunísia|Turquia|Ucrânia|União Soviética|Uruguai|Vaticano|Venezuela|Vietnã|Iugoslávia|\
         Jugoslávia|Escócia|Checoslováquia|Tchecoslováquia|São Tomé e Príncipe",
        "Amsterdã|Antuérpia|Atenas|Bagdá|Barcelona|Berlim|Berna|Bruxelas|Bucareste|Buenos Aires|Cidade do México|Colônia|\
         Copenhague|Cracóvia|Damasco|Dresden|Edimburgo|Estocolmo|Florença|Frankfurt|Genebra|Gênova|Haia|Hamburgo|Havana|\
         Istambul|Jerusalém|Leningrado|Lisboa|Londres|Madri|Madrid|Marselha|Milão|Minsk|Moscou|Moscovo|Munique|Nápoles|\
         Nova Iorque|Nova York|Paris|Pequim|Praga|Roma|São Petersburgo|Sevilha|Tóquio|Turim|Varsóvia|Veneza|Viena|Zurique|\
         São Paulo|Rio de Janeiro|Brasília|Belo Horizonte|Porto Alegre|Curitiba|Recife|Fortaleza|Manaus|Belém|Goiânia|\
         Florianópolis|Campinas|Santos|Salvador|Vitória|Natal|Maceió|Aracaju|Teresina|Cuiabá|Porto|Coimbra|Braga|Aveiro|Faro|\
         Évora|Setúbal|Funchal|Ponta Delgada|Luanda|Maputo|Washington|Los Angeles|Teerã|Teerão|Kiev|Sebastopol",
        "África|América|América Latina|América do Norte|América do Sul|América Central|Ásia|Europa|Oceania|Antártida|\
         Oriente Médio|Médio Oriente|Cáucaso|Crimeia|Sibéria|Escandinávia|Catalunha|Andaluzia|Galiza|Baviera|Saxônia|Prússia|\
         Sicília|Sardenha|Córsega|Normandia|Califórnia|Flórida|Texas|Amazônia|Nordeste|Minas Gerais|Rio Grande do Sul|\
         Rio Grande do Norte|Santa Catarina|Paraná|Mato Grosso|Mato Grosso do Sul|Goiás|Pernambuco|Ceará|Maranhão|Piauí|Pará|\
         Paraíba|Alagoas|Sergipe|Bahia|Espírito Santo|Algarve|Alentejo|Madeira|Açores|Atlântico|Pacífico|Mediterrâneo|Tejo|\
         Douro|Danúbio|Reno|Tâmisa|Alpes|Andes|Bálcãs|Balcãs",
    ],
    not_places: "nice tours male split mobile reading bath bari sale are java porto natal santos faro salvador lima orange peru",
    known_bodies: "União Europeia|Nações Unidas|Organização das Nações Unidas|Comissão Europeia|Parlamento Europeu|\
        Conselho Europeu|Conselho da Europa|Banco Central Europeu|Fundo Monetário Internacional|Banco Mundial|Banco Central|\
        Organização Mundial da Saúde|Conselho de Segurança|Casa Branca|Kremlin|Pentágono|Congresso Nacional|Senado Federal|\
        Senado|Câmara dos Deputados|Supremo Tribunal Federal|Superior Tribunal de Justiça|Tribunal de Contas da União|\
        Palácio do Planalto|Planalto|Itamaraty|Polícia Federal|Ministério Público|Ministério Público Federal|Santa Sé|\
        Assembleia da República|Cruz Vermelha|Amnistia Internacional|Anistia Internacional|Greenpeace|Mercosul|Petrobras|\
        Folha de S. Paulo|O Globo|O Estado de S. Paulo|Gazprom|Google|Facebook|Twitter|Microsoft|Corinthians|Flamengo|\
        Palmeiras|Fluminense|Botafogo|Benfica|Sporting|Hamas|Hezbollah|Al Qaeda",
    acronyms: "UE ONU NATO OTAN OSCE FMI BCE OMS OCDE AIEA UNESCO UNICEF OEA OPEP FIFA UEFA COI PT PSDB PMDB MDB PFL DEM PDT \
        PSB PSOL PTB PPS PSD PS PSP PCP CDS CUT MST STF STJ TSE TCU PF IBGE INSS USP BNDES CBF CPI RTP BBC CNN AFP AP TASS \
        KGB FSB CIA FBI NSA NASA ESA PIDE MPLA UNITA FRELIMO RENAMO",
    place_acronyms: "EUA URSS RFA RDA",
    abbreviations: "sr sra dr dra prof eng etc pág art ex núm vol cap s av",
    ..Tongue::UNKNOWN
};
