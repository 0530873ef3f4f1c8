import type { Department } from './department.ts';

export const viveres: Department = {
  categoria: 'Víveres',
  grupo: 'Alimentos',
  margen: 18,
  iva: 0,
  refrigerado: false,
  marcas:
    'La Llanera;Doña Inés;El Caney;Valle Alto;Campo Lindo;Don Eusebio;Tres Ríos;Sabana Real;Espiga Dorada;Tía Carmen;Los Samanes;Nuestra Mesa;Piedemonte;Cumbre Azul',
  familias: `
Harinas y cereales|Harina de maíz precocida|1.10|240|-|9|blanca;amarilla;integral;extrafina;con arroz|1 kg;500 g;2 kg
Harinas y cereales|Harina de trigo|1.25|240|Navidad|6|todo uso;leudante;integral;panadera|1 kg;500 g;900 g;2 kg
Harinas y cereales|Avena|1.60|300|-|5|en hojuelas;molida;instantánea;con salvado;con canela|400 g;200 g;800 g;1 kg
Harinas y cereales|Cereal|3.20|270|Escolar|5|de maíz;de arroz inflado;con miel;achocolatado;multigrano;con pasas|300 g;150 g;500 g;730 g
Granos|Caraotas|1.75|365|-|7|negras;rojas;blancas;orgánicas|500 g;1 kg;400 g
Granos|Lentejas|1.55|365|-|5|pardinas;rojas;verdes|500 g;1 kg;400 g
Granos|Garbanzos|1.95|365|-|3|grandes;pelados;partidos|500 g;1 kg
Granos|Arvejas|1.45|365|-|3|verdes;amarillas;partidas|500 g;1 kg;400 g
Granos|Frijol|1.65|365|-|3|bayo;pico negro;blanco;quinchoncho|500 g;1 kg
Arroz y pastas|Arroz|1.15|365|-|9|blanco tipo I;integral;parbolizado;perlado;saborizado;enriquecido|900 g;1 kg;500 g;5 kg
Arroz y pastas|Pasta larga|1.05|540|-|8|espagueti;linguini;tallarín;vermicelli;cabello de ángel;fetuccini|1 kg;500 g;400 g
Arroz y pastas|Pasta corta|1.10|540|-|8|plumita;codito;tornillo;caracol;rigatoni;dedal;lacito|1 kg;500 g;400 g
Arroz y pastas|Pasta integral|1.90|540|-|2|espagueti;plumita;tornillo;codito|500 g;400 g;250 g
Aceites y grasas|Aceite|3.10|365|-|8|de maíz;de girasol;de soya;de canola;mezcla vegetal|1 l;900 ml;500 ml;2 l;3 l
Aceites y grasas|Aceite de oliva|7.90|540|Navidad|2|extra virgen;virgen;suave;con ajo|500 ml;250 ml;750 ml;1 l
Aceites y grasas|Vinagre|1.05|720|Navidad|3|blanco;de manzana;de vino;balsámico|500 ml;1 l;250 ml
Azúcar y endulzantes|Azúcar|1.20|720|Navidad|9|blanca refinada;morena;pulverizada;orgánica|1 kg;500 g;2 kg;5 kg
Azúcar y endulzantes|Papelón|1.40|365|-|4|en panela;granulado;en polvo|500 g;1 kg;250 g
Azúcar y endulzantes|Endulzante|2.60|720|-|2|de stevia;de sucralosa;de eritritol|50 sobres;100 sobres;200 sobres
Azúcar y endulzantes|Miel de abejas|4.90|720|-|2|clara;oscura;con jalea real|350 g;500 g;250 g;1 kg
Café e infusiones|Café molido|3.40|360|-|8|tostado medio;tostado oscuro;gourmet;descafeinado;orgánico|250 g;500 g;100 g;1 kg
Café e infusiones|Café instantáneo|4.80|720|-|3|clásico;suave;descafeinado;cremoso|100 g;50 g;200 g
Café e infusiones|Té|1.80|720|-|2|negro;verde;de manzanilla;de toronjil;de jengibre;de flor de Jamaica|20 sobres;10 sobres;50 sobres
Café e infusiones|Bebida achocolatada|3.70|540|Escolar|4|clásica;ligera;fortificada;con malta|400 g;200 g;800 g;1 kg
Enlatados|Atún|1.95|1080|Semana Santa|7|en aceite;en agua;al natural;con vegetales;picante|140 g;170 g;354 g
Enlatados|Sardinas|1.10|1080|Semana Santa|6|en tomate;en aceite;picantes;al limón|170 g;125 g;425 g
Enlatados|Maíz en grano|1.70|720|Navidad|3|dulce;cremoso;con pimentón|241 g;425 g;150 g
Enlatados|Guisantes|1.40|720|Navidad|3|tiernos;con zanahoria;extrafinos|241 g;425 g;150 g
Enlatados|Aceitunas|2.60|720|Navidad|3|rellenas;sin hueso;negras;rodajadas|200 g;400 g;120 g;800 g
Enlatados|Alcaparras|2.20|720|Navidad|2|pequeñas;medianas;en vinagre|100 g;200 g;400 g
Enlatados|*Frutas en almíbar|3.10|720|Navidad|2|duraznos en almíbar;piña en almíbar;coctel de frutas;cerezas en almíbar|425 g;820 g;250 g
Salsas y aderezos|Salsa de tomate|1.90|365|-|7|clásica;sin azúcar;picante;con ajo|397 g;198 g;567 g;1 kg
Salsas y aderezos|Mayonesa|2.40|240|-|8|tradicional;ligera;con limón;con ajo|445 g;175 g;910 g;1,8 kg
Salsas y aderezos|Mostaza|1.30|365|-|4|clásica;con miel;antigua;Dijon|250 g;490 g;125 g
Salsas y aderezos|Salsa para pasta|2.30|540|-|3|napolitana;boloñesa;con champiñones;cuatro quesos|490 g;190 g;350 g
Salsas y aderezos|Salsa inglesa|1.15|720|-|3|clásica;baja en sal|150 ml;300 ml;1 l
Salsas y aderezos|Salsa de soya|1.50|720|-|2|clásica;baja en sal;dulce|150 ml;300 ml;500 ml
Salsas y aderezos|Salsa picante|1.35|720|-|2|de ají dulce;de ají chirel;habanero;con mango|150 ml;60 ml;250 ml
Condimentos y sal|Sal|0.55|1080|-|7|refinada;marina;gruesa;baja en sodio|1 kg;500 g;250 g
Condimentos y sal|Adobo|1.20|720|-|5|completo;con pimienta;sin sal;para pollo;para carne|200 g;100 g;400 g
Condimentos y sal|*Especias|0.95|720|Navidad|4|comino;orégano;pimienta negra;canela;onoto;curry;laurel;clavo de olor|30 g;15 g;60 g;100 g
Condimentos y sal|Caldo en cubitos|0.85|540|-|6|de pollo;de carne;de costilla;de vegetales|8 und;4 und;12 und;24 und
Sopas y cremas|Sopa deshidratada|0.95|540|Lluvias|3|de pollo con fideos;de costilla;de cebolla;de vegetales;de pescado|60 g;45 g;80 g
Sopas y cremas|Crema|1.25|540|Lluvias|2|de champiñones;de espárragos;de auyama;de pollo|75 g;50 g;90 g
Repostería|Mezcla para torta|2.30|300|Navidad|3|de vainilla;de chocolate;de naranja;marmoleada;de piña|500 g;400 g;850 g
Repostería|Gelatina|0.80|540|-|4|fresa;uva;limón;naranja;cereza;piña;sin sabor|85 g;25 g;170 g
Repostería|Leche condensada|2.10|365|Navidad|3|entera;descremada;con cacao|397 g;200 g;100 g
Mermeladas y untables|Mermelada|2.20|540|-|3|fresa;guayaba;piña;mora;durazno;mango|240 g;500 g;100 g
Mermeladas y untables|Crema de avellanas|3.90|360|-|3|con cacao;con maní;sin azúcar|350 g;200 g;750 g
Mermeladas y untables|Mantequilla de maní|3.30|360|-|2|cremosa;crocante;natural|340 g;170 g;500 g
`,
};

export const panaderia: Department = {
  categoria: 'Panadería y pastelería',
  grupo: 'Alimentos',
  margen: 34,
  iva: 0,
  refrigerado: false,
  marcas:
    'La Canilla;Masa Madre;Dulce Hogar;Tostadito;La Trenza;Pan Nuestro;Abuelo Tomás;El Hornito;Horno del Valle;La Tahona;Pan de Abuela;Espiga Dorada;Don Panchito;Trigal;El Molino Viejo;Doña Inés;San Benito;La Migaja',
  familias: `
Pan fresco|Pan|0.35|3|-|9|campesino;canilla;francés;de hamburguesa;de perro caliente;sobado;integral de horno|100 g;200 g;400 g
Pan fresco|Cachito|1.10|2|-|6|de jamón;de queso;de pavo;mixto|1 und;4 und
Pan fresco|Pan de jamón|12.50|5|Solo Navidad|6|tradicional;con hojaldre;con queso crema;de pavo|900 g;500 g
Pan empacado|Pan de sándwich|2.40|12|Escolar|7|blanco;integral;multigrano;con ajonjolí;de papa;sin gluten|500 g;350 g;700 g
Pan empacado|Tostadas|1.80|120|-|3|clásicas;integrales;con ajo;con ajonjolí|160 g;320 g;90 g
Pan empacado|Arepas precocidas|2.10|20|-|3|de maíz blanco;de maíz amarillo;con chía;integrales|500 g;250 g
Pastelería|Torta|8.90|5|-|4|tres leches;de chocolate;de zanahoria;marquesa;de auyama;negra|1 kg;500 g;2 kg;120 g
Pastelería|*Dulces de mesa|1.20|6|-|3|golfeado;palmera;milhoja;suspiro;besito de coco;quesillo|1 und;6 und;12 und
Galletas|Galleta salada|1.30|240|Escolar|7|soda;integral;con ajonjolí;con queso;mantequilla|240 g;120 g;480 g
Galletas|Galleta dulce|1.15|270|Escolar|7|María;de vainilla;de chocolate;de coco;rellena de fresa;de avena;wafer|216 g;108 g;432 g
Galletas|Galletas surtidas|3.40|300|Navidad|3|en lata;finas;con mantequilla;danesas|400 g;200 g;800 g
Panetón|Panettone|6.90|150|Solo Navidad|5|con frutas;con chispas de chocolate;con dulce de leche;clásico|500 g;900 g;100 g
Casabe y otros|Casabe|1.50|120|Semana Santa|3|natural;con ajo;relleno de papelón|200 g;400 g
`,
};

export const confiteria: Department = {
  categoria: 'Confitería y pasapalos',
  grupo: 'Alimentos',
  margen: 30,
  iva: 16,
  refrigerado: false,
  marcas:
    'Dulzura;Crujitos;La Bodega;Mil Sabores;Guayoyo;Tentación;Cacao Barlovento;Chuao Fino;Golosín;Pipo;Crokis;Don Maní;La Ñapa;Carabobeña;Tropicrunch;Merienda Feliz;Papelito;Sabrosón',
  familias: `
Chocolates|Chocolate en tableta|2.30|360|Navidad|5|con leche;oscuro 60 %;oscuro 72 %;blanco;con almendras;con maní|80 g;30 g;130 g;200 g
Chocolates|Bombones|4.80|300|Navidad|3|surtidos;rellenos de licor;de avellana;de parchita|150 g;90 g;300 g
Chocolates|Barra de chocolate|0.90|300|-|6|con galleta;con caramelo;con arroz crujiente;con coco|25 g;40 g;60 g
Caramelos|Caramelos|1.60|540|-|4|de menta;de fruta;de café;de coco;ácidos;de miel|200 g;100 g;400 g
Caramelos|Chicles|0.75|540|-|4|menta;hierbabuena;tutti frutti;sin azúcar|12 und;6 und;24 und
Caramelos|Gomitas|1.40|360|Carnaval|3|ositos;ácidas;aros de durazno;gusanitos|90 g;45 g;180 g
Caramelos|Malvaviscos|1.30|300|-|2|blancos;de colores;rellenos|145 g;70 g;255 g
Pasapalos|Papas fritas|1.90|120|Carnaval|7|naturales;con queso;onduladas;crema y cebolla;picantes;con limón|150 g;45 g;90 g;230 g
Pasapalos|Tostones|1.50|120|Carnaval|5|naturales;con ajo;con limón;maduritos|150 g;60 g;250 g
Pasapalos|Bolitas de queso|1.60|120|Carnaval|5|clásicas;extra queso;picantes|150 g;50 g;250 g
Pasapalos|Tortilla de maíz|1.70|120|-|4|natural;con queso;picante;con limón|200 g;80 g;350 g
Pasapalos|Chicharrón|1.80|90|-|3|natural;con limón;picante|100 g;40 g;200 g
Frutos secos|Maní|1.30|240|-|5|salado;tostado;japonés;con miel;sin sal|150 g;50 g;400 g
Frutos secos|Mezcla de frutos secos|3.60|240|Navidad|2|clásica;con pasas;tropical;sin sal|200 g;100 g;400 g
Frutos secos|Pasas|1.70|360|Navidad|3|negras;rubias;cubiertas de chocolate|150 g;80 g;400 g
Frutos secos|*Nueces y almendras|5.60|240|Navidad|2|nueces;almendras;merey tostado;merey natural;avellanas|200 g;100 g;400 g
Barras y meriendas|Barra de cereal|0.95|270|Escolar|4|con miel;con chocolate;con frutos rojos;con maní;con yogur|25 g;40 g;150 g
`,
};
