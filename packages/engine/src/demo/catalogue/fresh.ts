import type { Department } from './department.ts';

export const frutasVerduras: Department = {
  categoria: 'Frutas y verduras',
  grupo: 'Frescos',
  margen: 32,
  iva: 0,
  refrigerado: false,
  marcas: 'Huerta Andina;Campo Lindo;Conuco Vivo;Páramo Fresco;La Cosecha',
  familias: `
Frutas|Cambur|0.95|6|-|9|manzano;guineo;titiaro;morado|kg
Frutas|Lechosa|1.10|7|-|7|maradol;criolla;picada|kg
Frutas|Piña|1.35|8|-|6|española roja;golden;picada|kg
Frutas|Mango|1.20|7|Vacaciones|6|de hilacha;injerto;bocado|kg
Frutas|Patilla|0.90|9|Vacaciones|6|con semilla;sin semilla;baby|kg
Frutas|Melón|1.40|8|-|4|cantaloupe;verde;de castilla|kg
Frutas|Naranja|1.00|14|-|7|valencia;criolla;california|kg
Frutas|Limón|1.90|14|-|6|persa;criollo|kg
Frutas|Mandarina|1.50|12|Navidad|4|dancy;criolla|kg
Frutas|Parchita|1.80|10|-|5|amarilla;morada|kg
Frutas|Guayaba|1.30|6|-|4|rosada;blanca|kg
Frutas|Aguacate|2.60|6|-|6|pequeño;choquette;hass|kg
Frutas|Manzana|4.20|30|Navidad|5|roja;verde;gala;fuji|kg
Frutas|Pera|4.60|25|-|3|anjou;bartlett;asiática|kg
Frutas|Uva|5.90|14|Navidad|4|roja;verde sin semilla;negra|kg
Frutas|Fresa|4.80|4|-|4|de La Colonia;de los Andes|kg;250 g;500 g
Frutas|*Durazno y ciruela|4.40|12|Navidad|2|durazno criollo;durazno nectarín;ciruela roja;ciruela negra|kg
Hortalizas|Tomate|1.60|8|-|9|perita;manzano;cherry;de árbol|kg
Hortalizas|Cebolla|1.45|25|-|9|blanca;morada;cebollín;larga|kg
Hortalizas|Papa|1.30|25|-|9|blanca;colombiana;roja;baby|kg
Hortalizas|Zanahoria|1.15|18|-|8|de primera;baby;picada|kg
Hortalizas|Pimentón|1.95|9|-|7|rojo;verde;amarillo|kg
Hortalizas|Ají dulce|2.80|8|-|7|rojo;verde;margariteño|kg
Hortalizas|Ajo|6.90|60|-|6|criollo;importado;pelado|kg
Hortalizas|Repollo|0.95|15|-|5|blanco;morado;chino|kg
Hortalizas|Lechuga|2.10|5|-|5|criolla;americana;romana;hidropónica|kg;250 g
Hortalizas|Pepino|1.25|9|-|4|criollo;europeo|kg
Hortalizas|*Brócoli y coliflor|2.40|6|-|3|brócoli;coliflor;brócoli picado|kg;400 g
Hortalizas|*Berenjena y calabacín|1.35|8|-|3|berenjena;calabacín verde;calabacín amarillo|kg
Hortalizas|*Remolacha y vainita|1.50|12|-|3|remolacha;vainita;remolacha cocida|kg
Hortalizas|*Hierbas frescas|0.70|4|-|6|cilantro;perejil;célery;hierbabuena;albahaca;monte y culantro|100 g;200 g
Tubérculos y plátanos|Plátano|1.25|8|-|9|verde;maduro;pintón|kg
Tubérculos y plátanos|Yuca|0.85|8|-|7|parafinada;fresca;pelada|kg
Tubérculos y plátanos|*Ñame y ocumo|1.20|15|-|5|ñame blanco;ñame morado;ocumo chino;ocumo criollo;mapuey|kg
Tubérculos y plátanos|Apio criollo|2.20|10|-|4|andino;pelado|kg
Tubérculos y plátanos|Auyama|0.80|15|-|6|criolla;picada;butternut|kg
Tubérculos y plátanos|Batata|1.05|15|-|3|morada;blanca;zanahoria|kg
Listos para preparar|Ensalada|2.70|4|-|3|césar;mixta;de repollo;capresa;andina|300 g;200 g;500 g
Listos para preparar|Vegetales picados|2.20|4|-|3|para sopa;para guiso;para salteado;juliana|400 g;250 g;800 g
Listos para preparar|Pulpa de fruta|1.90|7|-|3|guanábana;mora;fresa;parchita;tamarindo;mango|500 g;250 g;1 kg
`,
};

export const carnes: Department = {
  categoria: 'Carnes y aves',
  grupo: 'Frescos',
  margen: 21,
  iva: 0,
  refrigerado: true,
  marcas:
    'La Faena;El Corral;Brasa Viva;Hato Grande;Granja Rosales;Corral Criollo;El Matadero;Don Toribio;Avícola del Centro;Sabana Real',
  familias: `
Res|Carne de res|7.40|5|-|9|molida de primera;molida de segunda;pulpa negra;ganso;chocozuela;lagarto;falda;muchacho;solomo de cuerito;lomito;punta trasera;costilla;osobuco|kg
Res|*Vísceras de res|3.90|4|-|3|hígado de res;panza de res;riñón de res;lengua de res|kg
Cerdo|Carne de cerdo|5.90|5|Navidad|6|chuleta fresca;chuleta ahumada;pernil;costilla;lomo;tocineta fresca;molida;paticas|kg
Pollo|Pollo|3.10|5|-|9|entero;muslo con encuentro;pechuga con hueso;milanesa de pechuga;alas;molido;despresado;hígado y molleja|kg
Pollo|*Gallina y pavo|4.40|6|Navidad|3|gallina entera;pavo entero;pechuga de pavo;muslo de pavo|kg
Preparados|Hamburguesa|4.90|30|-|5|de res;de pollo;mixta;con queso;de cerdo|4 und;8 und;12 und
Preparados|Chorizo|5.20|20|-|5|carupanero;ahumado;de ajo;picante;español|400 g;250 g;1 kg
Preparados|*Carne marinada|8.20|6|-|3|carne para parrilla;asado negro;carne mechada;pollo al limón;brochetas|500 g;1 kg
Preparados|Hallaca|4.20|30|Solo Navidad|6|tradicional;de pollo;vegetariana;andina|1 und;6 und;12 und
`,
};

export const pescaderia: Department = {
  categoria: 'Pescadería',
  grupo: 'Frescos',
  margen: 26,
  iva: 0,
  refrigerado: true,
  marcas: 'Mar de Paria;Margariteña;Puerto Real;La Atarraya;Caribe Azul',
  familias: `
Pescado fresco|Pescado|5.80|3|Semana Santa|6|pargo;mero;carite;dorado;curvina;cachama;bagre;róbalo;cazón;atún fresco;trucha;lebranche;jurel|kg
Mariscos|*Mariscos|9.50|3|Semana Santa|4|camarón;calamar;pulpo;mejillón;guacuco;pepitona;langostino;cangrejo|kg
Pescado congelado|Filete congelado|6.90|270|Semana Santa|3|merluza;tilapia;mero;salmón;corvina|500 g;1 kg;400 g
Pescado congelado|Mariscos congelados|9.90|270|Semana Santa|2|camarón precocido;mezcla para paella;calamar en anillas;pulpo limpio|400 g;800 g;1 kg
Salados y ahumados|Pescado seco|10.50|120|Semana Santa|3|cazón;bacalao;morrocoy;chigüire|500 g;1 kg;250 g
`,
};

export const lacteos: Department = {
  categoria: 'Lácteos y huevos',
  grupo: 'Refrigerados',
  margen: 20,
  iva: 0,
  refrigerado: true,
  marcas:
    'La Becerra;Hacienda Clara;Quesera Mayor;El Ordeño;Prado Verde;Nata Fina;La Majada;Rebaño;Los Frailejones;Perijanera;Lácteos del Sur;Vaquita Feliz;La Ordeña;Páramo Fresco;Doña Inés;Santa Rita;Torondoy Real;Campo Lindo',
  familias: `
Leche|Leche líquida|1.60|30|-|9|entera;descremada;deslactosada;semidescremada;con hierro|1 l;500 ml;250 ml;1,5 l
Leche|Leche en polvo|8.40|360|-|7|completa;descremada;deslactosada;instantánea|900 g;400 g;200 g;1,8 kg
Leche|Bebida vegetal|2.90|270|-|2|de almendras;de avena;de coco;de soya|1 l;250 ml
Yogur|Yogur firme|0.95|25|-|5|natural;fresa;durazno;melocotón;piña;coco|150 g;125 g;500 g;900 g
Yogur|Yogur líquido|1.40|22|Escolar|6|fresa;durazno;ciruela pasa;guanábana;vainilla|250 ml;200 ml;750 ml;1 l
Yogur|Yogur griego|2.10|28|-|3|natural;con miel;con frutos rojos;con granola|150 g;450 g;900 g
Quesos frescos|Queso blanco|6.10|15|-|9|duro;semiduro;llanero;guayanés;telita;de mano;palmizulia;de año|kg
Quesos frescos|*Ricotta y requesón|3.70|12|-|4|ricotta;requesón;ricotta ligera|250 g;400 g;1 kg
Quesos madurados|Queso amarillo|9.80|60|-|6|gouda;holandés;cheddar;pecorino;parmesano;manchego;suizo|kg;200 g;400 g
Quesos procesados|Queso fundido|2.80|180|-|6|clásico;con jamón;ligero;picante|200 g;100 g;300 g;500 g
Quesos procesados|Queso crema|2.60|60|-|5|clásico;ligero;con hierbas;con ajo|200 g;300 g;150 g
Mantequilla y margarina|Mantequilla|2.50|120|Navidad|5|con sal;sin sal;de campo;ligera|200 g;100 g;400 g
Mantequilla y margarina|Margarina|1.50|180|Navidad|7|con sal;ligera;con vitaminas;para hornear|500 g;250 g;1 kg
Crema y postres|Crema de leche|1.90|40|Navidad|4|de cocina;para batir;ligera;nata|200 ml;500 ml;1 l
Crema y postres|*Postre lácteo|1.10|25|Escolar|4|flan;natilla;arroz con leche;pudín de chocolate;quesillo|120 g;480 g;100 g
Huevos|Huevos de gallina|2.40|28|-|9|blancos;marrones;de corral;con omega 3|12 und;15 und;30 und;6 und
Huevos|Huevos de codorniz|1.90|25|-|2|frescos;cocidos|24 und;12 und
`,
};

export const charcuteria: Department = {
  categoria: 'Charcutería',
  grupo: 'Refrigerados',
  margen: 25,
  iva: 16,
  refrigerado: true,
  marcas:
    'La Despensa;Humo Lento;Casa Embutidos;El Serrano;Los Galpones;Montserratina;Ahumados del Ávila;La Tocineta;Don Toribio;Corral Criollo;Bodegón Real;Alpina Andes',
  familias: `
Jamones|Jamón|6.90|30|Navidad|7|de pierna;de espalda;ahumado;de pavo;endiablado;planchado;serrano|kg;200 g;400 g
Salchichas|Salchicha|2.60|40|Carnaval|7|tipo viena;tipo Frankfurt;de pollo;alemana;coctelera;polaca|450 g;225 g;900 g
Mortadelas|Mortadela|3.40|45|-|8|especial;tapara;de pollo;con aceitunas;extra|kg;500 g;1 kg;200 g
Tocinetas|Tocineta|4.50|40|-|4|ahumada;rebanada;de pavo;en cubos|250 g;150 g;500 g
Embutidos finos|*Embutidos|7.80|60|Navidad|3|salami;pepperoni;chorizo español;salchichón;lomo embuchado;sobrasada|200 g;100 g;500 g
Patés y untables|Paté|1.80|270|Navidad|2|de hígado;de jamón;campesino;a las finas hierbas|110 g;200 g;90 g
Diablitos|Jamón endiablado|1.95|720|Escolar|6|clásico;picante;de pavo;ligero|115 g;54 g;230 g
`,
};
