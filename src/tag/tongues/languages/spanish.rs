//! Spanish.

use super::super::tongue::Tongue;

/// Spanish.
pub(super) const TONGUE: Tongue = Tongue {
    code: "es",
    surnames_after: 2,
    small: "y e o u ni pero mas sino aunque que quien quienes cual cuales donde cuando como si porque pues mientras según \
        tras ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin sobre al a él ella \
        ellos ellas yo tú usted ustedes nosotros se le les me te nos lo su sus mi mis tu tus nuestro nuestra nuestros \
        esto eso aquello aquí allí ahí así también tampoco además entonces luego después antes ahora hoy ayer mañana ya \
        aún todavía siempre nunca jamás muy más menos mucho mucha muchos muchas poco poca pocos pocas algunos algunas \
        algún alguna todo toda todos todas otro otra otros otras cada mismo misma ambos varios varias uno dos tres \
        cuatro cinco seis siete ocho nueve diez cien mil es son era eran fue fueron ser será ha han había habían hay \
        hubo está están estaba tiene tienen puede pueden no sí primero primera segundo segunda tercero último última \
        nuevo nueva nuevos gran grande mejor peor sin embargo finalmente actualmente posteriormente asimismo igualmente \
        debido gracias junto fuera dentro cerca lejos tan tanto casi sólo solo hace desde",
    articles: "el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi tu al del",
    common: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes \
        miércoles jueves viernes sábado domingo navidad pascua dios estado iglesia república constitución internet \
        universidad historia guerra edad media norte sur este oeste señor señora don doña capítulo artículo tabla \
        nota página descripción nombre opciones autor copyright ejemplo ver",
    titles: "presidente presidenta ministro ministra primer-ministro canciller secretario secretaria general coronel \
        capitán comandante mariscal almirante senador senadora diputado diputada alcalde alcaldesa gobernador \
        gobernadora embajador embajadora rey reina emperador emperatriz zar papa obispo arzobispo cardenal padre \
        príncipe princesa duque duquesa conde condesa marqués profesor profesora doctor doctora director directora \
        jefe jefa portavoz juez jueza fiscal abogado abogada dictador opositor opositora líder escritor escritora \
        poeta pintor pintora compositor cineasta actor actriz cantante filósofo historiador periodista economista \
        entrenador candidato candidata expresidente vicepresidente vicepresidenta mandatario",
    addresses: "señor señora sr sra don doña dr dra",
    fields: "ruso rusa francés francesa español española alemán alemana británico británica estadounidense bielorruso \
        ucraniano ucraniana europeo europea argentino argentina mexicano mexicana chileno chilena colombiano \
        venezolano peruano exteriores interior defensa economía hacienda justicia nacional internacional general \
        federal central ejecutivo relaciones asuntos adjunto socialista comunista popular democrático suprema supremo",
    particles: "de del la las los van von der den al el bin ibn da di san",
    speech: "dijo afirmó declaró anunció aseguró señaló explicó añadió indicó sostuvo manifestó advirtió denunció pidió \
        respondió prometió criticó recordó destacó subrayó expresó reconoció confirmó dice afirma asegura declara",
    surname_endings: "ez ov ev ova eva enko enka ski sky vich chuk ian escu sson sen ić oğlu",
    in_place: "en desde hacia hasta",
    place_endings: "burgo grado stán",
    place_nouns: "ciudad provincia región municipio localidad capital pueblo isla río lago monte departamento estado \
        condado aldea comuna barrio golfo puerto",
    bodies: "ministerio universidad instituto academia banco partido comité consejo comisión corte tribunal asamblea \
        organización federación confederación asociación sociedad sindicato agencia oficina fondo unión frente \
        movimiento liga grupo centro fundación escuela museo biblioteca hospital observatorio cámara secretaría \
        dirección servicio ejército compañía alianza comunidad conferencia junta congreso audiencia guardia policía",
    low_bodies: "ministerio universidad",
    links: "de del la las los el y e para al a en por sobre",
    before_body: "diario periódico revista agencia empresa grupo partido asociación cadena radio compañía movimiento semanario",
    works: "película film filme novela libro canción álbum ópera obra serie título ensayo poema cuadro documental titulada titulado",
    named_after: "calle avenida plaza paseo puente premio colegio escuela estadio aeropuerto hospital centro universidad \
        instituto fundación museo parque estación medalla copa trofeo teorema ley",
    saints: "san santa santo santos",
    given: "adolf josé maría juan-carlos josé-maría joaquín ángel andrés martín sebastián nicolás rubén germán tomás iván óscar \
        sofía lucía raúl hernán simón agustín fermín íñigo iñaki jordi carles oriol mónica verónica inés belén pilar \
        begoña ximena nicolás evo néstor cristina hugo salvador augusto fidel che lázaro benito porfirio emiliano mariano \
        felipe letizia zapatero soraya yolanda irene gonzalo álvaro alejandra ignacio rodrigo vladímir lenín",
    not_given: "abu mercedes carmen rosa rosario mark may max ana mar sol luz paz art page per tal son don esther angel jesus \
        victoria gloria regina viola violeta stella linda linares marino leo cruz vera salvador",
    surnames: "putin zelenski lukashenko gorbachov yeltsin rajoy zapatero aznar franco bolívar perón maduro chávez cervantes",
    places: &[
        "Afganistán|Albania|Alemania|Arabia Saudita|Arabia Saudí|Argelia|Argentina|Armenia|Australia|Austria|Azerbaiyán|\
         Bélgica|Bielorrusia|Birmania|Bolivia|Bosnia|Bosnia y Herzegovina|Brasil|Bulgaria|Camboya|Camerún|Canadá|Chequia|\
         Chile|China|Chipre|Colombia|Corea|Corea del Norte|Corea del Sur|Costa de Marfil|Costa Rica|Croacia|Cuba|Dinamarca|\
         Ecuador|Egipto|El Salvador|Emiratos Árabes Unidos|Eslovaquia|Eslovenia|España|Estados Unidos|EE.UU.|Estonia|\
         Etiopía|Filipinas|Finlandia|Francia|Georgia|Grecia|Gran Bretaña|Guatemala|Haití|Honduras|Hungría|India|Indonesia|\
         Irak|Irán|Irlanda|Islandia|Israel|Italia|Japón|Jordania|Kazajistán|Kenia|Kirguistán|Letonia|Líbano|Libia|Lituania|\
         Luxemburgo|Macedonia|Malasia|Marruecos|México|Moldavia|Mongolia|Montenegro|Nicaragua|Noruega|Nueva Zelanda|\
         Países Bajos|Pakistán|Palestina|Panamá|Paraguay|Perú|Polonia|Portugal|Puerto Rico|Reino Unido|República Checa|\
         República Dominicana|Rumania|Rumanía|Rusia|Federación Rusa|Serbia|Siria|Sudáfrica|Suecia|Suiza|Tailandia|Taiwán|\
         Tayikistán|Túnez|Turkmenistán|Turquía|Ucrania|Unión Soviética|Uruguay|Uzbekistán|Vaticano|Venezuela|Vietnam|Yemen|\
         Yugoslavia|Checoslovaquia|Inglaterra|Escocia|Gales|Holanda",
        "Amberes|Argel|Atenas|Bagdad|Barcelona|Basilea|Beirut|Berlín|Berna|Bilbao|Bogotá|Bruselas|Bucarest|Burdeos|Cádiz|\
         Ciudad de México|Colonia|Copenhague|Córdoba|Cracovia|Damasco|Dresde|Dublín|Edimburgo|Estambul|Estocolmo|Florencia|\
         Gante|Génova|Ginebra|Granada|Hamburgo|Jerusalén|La Habana|La Haya|La Paz|Leningrado|Lima|Lisboa|Londres|Madrid|\
         Málaga|Marsella|Milán|Minsk|Moscú|Múnich|Murcia|Nápoles|Nueva York|Nueva Orleans|Oporto|Oviedo|Pamplona|París|Pekín|\
         Praga|Quito|Roma|Salamanca|San Petersburgo|San Sebastián|Santiago de Chile|Santiago de Compostela|Sevilla|Sofía|\
         Tokio|Toulouse|Turín|Valencia|Valladolid|Varsovia|Venecia|Viena|Zaragoza|Zúrich|Buenos Aires|Caracas|Montevideo|\
         Asunción|Guadalajara|Monterrey|Rosario|Medellín|Cali|Washington|Los Ángeles|San Francisco|Sebastopol|Teherán|Tokyo",
        "África|América|América Latina|América del Norte|América del Sur|Latinoamérica|Sudamérica|Centroamérica|Asia|\
         Asia Central|Europa|Oceanía|Antártida|Oriente Medio|Oriente Próximo|Cáucaso|Crimea|Siberia|Escandinavia|Cataluña|\
         Andalucía|Aragón|Asturias|Galicia|País Vasco|Castilla|Castilla y León|Castilla-La Mancha|Extremadura|Navarra|\
         Canarias|Baleares|Mallorca|Ibiza|Tenerife|Baviera|Sajonia|Prusia|Sicilia|Cerdeña|Córcega|Normandía|Bretaña|Flandes|\
         California|Florida|Texas|Nuevo México|Patagonia|Amazonas|Andes|Pirineos|Alpes|Mediterráneo|Atlántico|Pacífico|\
         mar Negro|mar Caribe|Caribe|Danubio|Rin|Támesis|Volga|Ebro|Tajo|Guadalquivir|Palestina|Gaza|Cisjordania",
    ],
    not_places: "nice tours male split mobile reading bath bari sale are java dio lima orange granada colonia rosario cali",
    known_bodies: "Unión Europea|Naciones Unidas|Organización de las Naciones Unidas|Comisión Europea|Parlamento Europeo|\
        Consejo de Europa|Consejo Europeo|Banco Central Europeo|Fondo Monetario Internacional|Banco Mundial|\
        Organización Mundial de la Salud|Consejo de Seguridad|Casa Blanca|Kremlin|Pentágono|Congreso de los Diputados|\
        Congreso|Senado|Tribunal Constitucional|Tribunal Supremo|Audiencia Nacional|Guardia Civil|Cruz Roja|\
        Amnistía Internacional|Greenpeace|Partido Popular|Partido Socialista Obrero Español|Partido Socialista|Podemos|\
        Izquierda Unida|Convergència i Unió|Santa Sede|Real Madrid|FC Barcelona|Atlético de Madrid|El País|El Mundo|ABC|\
        La Vanguardia|Agencia EFE|Gazprom|Google|Facebook|Twitter|Microsoft|Telefónica|Repsol|Iberia|Hamás|Hezbolá|Al Qaeda",
    acronyms: "UE ONU OTAN OSCE FMI BCE OMS OCDE OIEA UNESCO UNICEF ACNUR OEA OPEP FIFA UEFA COI PP PSOE IU CIU ERC PNV ETA \
        GAL CCOO UGT PRI PAN FARC ELN EFE AFP AP BBC CNN TASS KGB FSB GRU CIA FBI NSA NASA ESA RTVE TVE BBVA IBM YPF",
    place_acronyms: "EEUU URSS RFA RDA",
    abbreviations: "sr sra dr dra ud uds etc pág págs núm art ej sta sto av vol cap",
    ..Tongue::UNKNOWN
};
