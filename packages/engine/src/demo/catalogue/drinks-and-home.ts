import type { Department } from './department.ts';

export const bebidas: Department = {
  categoria: 'Bebidas',
  grupo: 'Bebidas y licores',
  margen: 24,
  iva: 16,
  refrigerado: false,
  marcas:
    'Burbujita;Cascada;Don Limón;Tamarindal;Pozo Claro;Refresca;Chispa;Tropicola;Manantial Azul;Frescolito;Golpe;Lago Dulce;Frutalia;Guarapo;Cumbre Azul;Brisa;Tizana;Maltona',
  familias: `
Agua|Agua mineral|0.60|540|Vacaciones|9|sin gas;con gas;con limón;baja en sodio|600 ml;330 ml;1,5 l;5 l
Agua|Agua saborizada|0.95|360|Vacaciones|4|limón;mandarina;pera;frutos rojos|500 ml;1,5 l
Refrescos|Refresco|1.10|240|Carnaval|9|cola;cola sin azúcar;colita;uva;naranja;limón;piña;manzanita|1,5 l;355 ml;600 ml;2 l;3 l
Refrescos|*Soda y agua tónica|0.95|360|Navidad|3|soda;tónica;ginger ale;toronja|350 ml;1,5 l
Maltas|Malta|0.85|240|-|7|clásica;ligera;sin azúcar|250 ml;355 ml;1,5 l;207 ml
Jugos|Jugo|1.70|180|Escolar|6|naranja;durazno;manzana;pera;parchita;guayaba;mango;piña|1 l;250 ml;500 ml;1,8 l
Jugos|Néctar|1.20|360|Escolar|4|durazno;pera;manzana;guanábana;mango|335 ml;200 ml;1 l
Jugos|Bebida en polvo|0.45|540|Escolar|6|naranja;limón;fresa;parchita;tamarindo;papelón con limón|30 g;15 g;250 g;900 g
Energizantes e isotónicas|Bebida energizante|1.80|540|-|4|clásica;sin azúcar;frutos rojos;tropical|250 ml;355 ml;473 ml
Energizantes e isotónicas|Bebida hidratante|1.40|360|Vacaciones|4|mandarina;uva;limón;mora azul|500 ml;600 ml;1 l
Té frío|Té frío|1.20|300|Vacaciones|6|limón;durazno;verde;frambuesa|500 ml;1,5 l;335 ml
`,
};

export const licores: Department = {
  categoria: 'Licores',
  grupo: 'Bebidas y licores',
  margen: 27,
  iva: 16,
  refrigerado: false,
  marcas:
    'Caney Real;Santa Bárbara;Tres Toneles;Viejo Muelle;Alambique;Casa Lezama;La Cava;Cerro Alto;Hacienda Vieja;Roble Negro;Cañaveral;Costa Nevada;Los Andes;Capitán Lezama;Gran Trapiche;Tepuy;Bodega del Lago;Barrica',
  familias: `
Cervezas|Cerveza|0.95|180|Carnaval|9|tipo pilsen;ligera;negra;sin alcohol;de trigo|222 ml;295 ml;355 ml;1 l
Rones|Ron|7.90|-|Navidad|5|blanco;añejo;extra añejo;gran reserva;dorado;con especias|750 ml;375 ml;1 l;1,75 l
Whiskies|Whisky|18.90|-|Navidad|4|8 años;12 años;18 años;bourbon|750 ml;375 ml;1 l
Vinos|Vino|6.80|-|Navidad|4|tinto;blanco;rosado;espumoso;de cocina;moscatel|750 ml;375 ml;1,5 l
Anís y cocuy|*Anisado y cocuy|5.40|-|Navidad|3|anisado;cocuy;aguardiente;sangría|750 ml;375 ml;1 l
Ponches y cremas|Ponche crema|6.20|240|Solo Navidad|4|tradicional;de café;de chocolate;ligero|750 ml;375 ml;1,75 l
Vodka y ginebra|*Vodka y ginebra|8.40|-|-|3|vodka;vodka de limón;ginebra seca;ginebra rosada|750 ml;375 ml;1 l
`,
};

export const congelados: Department = {
  categoria: 'Congelados',
  grupo: 'Refrigerados',
  margen: 27,
  iva: 16,
  refrigerado: true,
  marcas:
    'Frío Andino;Hielito;Sabor a Casa;Merienda Feliz;El Iglú;Copito;Cocina Lista;La Nevera;Páramo Fresco;Nevado;Tepuy Helado;La Paleta;Copo;Doña Inés;Listo Ya;Empanadería',
  familias: `
Helados|Helado|3.90|360|Vacaciones|6|mantecado;chocolate;fresa;ron con pasas;coco;galleta;torta suiza|900 ml;450 ml;1,8 l;100 ml
Helados|Paleta|0.80|360|Vacaciones|5|de fruta;cubierta de chocolate;tricolor;de coco;de parchita|70 ml;100 ml
Comidas listas|Pizza|5.60|270|-|4|margarita;pepperoni;cuatro quesos;jamón;vegetariana|450 g;250 g;900 g
Comidas listas|Tequeños|4.10|180|Navidad|7|de queso;de jamón y queso;de chocolate;integrales|12 und;25 und;50 und;100 und
Comidas listas|Empanadas|3.80|180|-|4|de queso;de carne;de pollo;de cazón;dominó|6 und;12 und;24 und
Comidas listas|*Pasta congelada|5.20|180|-|2|lasaña de carne;ravioli de ricotta;ñoquis;pasticho de pollo|500 g;900 g;350 g
Vegetales congelados|Papas congeladas|3.40|360|Vacaciones|5|corte recto;onduladas;gajos;caritas|1 kg;500 g;2,5 kg
Vegetales congelados|Vegetales congelados|2.70|360|-|3|mixtos;guisantes;maíz;brócoli;espinaca;vainita|500 g;250 g;1 kg
Pollo empanado|Pollo empanado|4.70|240|Escolar|5|nuggets;deditos;milanesas;alitas|400 g;800 g;1 kg
Hielo|Hielo|1.30|-|Carnaval|5|en cubos;triturado|3 kg;5 kg;1,5 kg
`,
};

export const limpieza: Department = {
  categoria: 'Limpieza del hogar',
  grupo: 'Hogar',
  margen: 28,
  iva: 16,
  refrigerado: false,
  marcas:
    'Hogar Feliz;Destello;Agua Clara;Pulcro;Limpísimo;Jazmín;Arrasa;Brillazo;Blancura;Casa Limpia;Floral;Relámpago;Mil Usos;Nácar;Espumín;Pino Real;Cristalín;Doña Pulcra',
  familias: `
Lavado de ropa|Detergente en polvo|2.90|-|-|8|floral;bebé;con suavizante;ropa blanca;ropa de color|1 kg;500 g;2 kg;5 kg
Lavado de ropa|Detergente líquido|4.60|-|-|5|floral;bebé;ropa oscura;limón|1 l;500 ml;3 l;5 l
Lavado de ropa|Suavizante|2.80|-|-|6|brisa marina;floral;bebé;lavanda|1 l;500 ml;3 l
Lavado de ropa|Jabón azul|0.95|-|-|6|en barra;con limón;extra fuerte|200 g;400 g;600 g
Lavado de ropa|Quitamanchas|3.10|-|-|2|con oxígeno;en gel;en barra|450 g;250 g;900 g
Lavaplatos|Lavaplatos|1.70|-|-|8|limón;manzana;antibacterial;sábila;en crema|500 ml;250 ml;1 l;250 g
Desinfectantes|Cloro|1.10|-|-|8|tradicional;con aroma;en gel;concentrado|1 l;500 ml;2 l;4 l
Desinfectantes|Desinfectante|1.80|-|-|7|lavanda;pino;limón;manzana y canela;brisa|1 l;500 ml;2 l;4 l
Desinfectantes|Limpiador|2.30|-|-|4|de vidrios;multiusos;de cocina;de baño;de muebles;desengrasante|500 ml;750 ml;1 l
Papel|Papel higiénico|2.10|-|-|9|doble hoja;triple hoja;húmedo;económico|4 rollos;2 rollos;12 rollos;24 rollos
Papel|Servilletas|1.05|-|Navidad|6|blancas;de colores;navideñas;de coctel|100 und;50 und;200 und;500 und
Papel|Papel de cocina|1.60|-|-|5|blanco;decorado;reutilizable|1 rollos;2 rollos;3 rollos
Insecticidas|Insecticida|3.20|-|Lluvias|5|en aerosol;mata cucarachas;mata zancudos;espiral;en tableta|300 ml;230 ml;400 ml
Utensilios de limpieza|*Utensilios de limpieza|2.40|-|-|5|esponja;coleto;escoba;haragán;guantes;paño amarillo;cepillo|1 und;2 und;3 und
Bolsas|Bolsas para basura|1.50|-|-|7|pequeñas;medianas;grandes;extragrandes;con cinta|10 und;20 und;30 und
Ambientadores|Ambientador|2.70|-|-|3|en aerosol;en gel;eléctrico;vela aromática;para el carro|360 ml;200 ml;50 ml
`,
};

export const hogar: Department = {
  categoria: 'Hogar y papelería',
  grupo: 'Hogar',
  margen: 36,
  iva: 16,
  refrigerado: false,
  marcas:
    'Alegría;Papelia;Doña Olla;Manitas;El Pizarrón;Chispita;Tarea;Mesa Puesta;Colorín;El Bazar;Trazo;Cuadernito;Luz Andina;Casa Criolla;El Pupitre;Mi Cocina;Fiesta Alegre;Voltio',
  familias: `
Útiles escolares|Cuaderno|1.90|-|Escolar|5|empastado;espiral;de dibujo;doble línea;cuadriculado|100 und;50 und;200 und
Útiles escolares|*Lápices y colores|2.20|-|Escolar|5|lápices de grafito;lápices de color;creyones de cera;marcadores;bolígrafos;resaltadores|12 und;6 und;24 und
Útiles escolares|*Material escolar|1.60|-|Escolar|4|tijera;pega blanca;juego de geometría;sacapuntas;borrador;cartulina;plastilina|1 und;2 und;6 und
Útiles escolares|Morral|14.50|-|Escolar|2|infantil;juvenil;con ruedas;ejecutivo|1 und
Cocina|*Utensilios de cocina|3.80|-|Navidad|3|sartén;olla;budare;cucharón;cuchillo;colador;rallador;caldero|1 und;2 und;3 und
Cocina|*Envases y papel|1.40|-|Navidad|5|papel aluminio;envoplast;papel encerado;envases plásticos;bolsas herméticas|1 und;2 und;3 und
Desechables|*Desechables|1.30|-|Carnaval|5|vasos desechables;platos desechables;cubiertos desechables;pitillos;bandejas|25 und;50 und;100 und
Iluminación y pilas|Bombillo|1.80|-|-|4|LED 9 W;LED 12 W;LED 15 W;recargable;decorativo|1 und;2 und;4 und
Iluminación y pilas|Pilas|2.40|-|Navidad|4|AA;AAA;C;D;9 V;de botón|2 und;4 und;8 und
Fiesta y Navidad|*Adornos y fiesta|2.90|-|Solo Navidad|3|luces navideñas;bambalinas;guirnalda navideña;pesebre;estrella;corona de adviento|1 und;2 und;6 und
Fósforos y velas|*Velas y fósforos|0.60|-|-|4|velas;velón;fósforos;yesquero|1 und;4 und;10 und
`,
};

export const mascotas: Department = {
  categoria: 'Mascotas',
  grupo: 'Hogar',
  margen: 26,
  iva: 16,
  refrigerado: false,
  marcas:
    'Huella;Ronroneo;Manada;Bigotes;Canelo;Trotador;Mascotín;Guau Feliz;Michi;Patitas;Rabo Alegre;Pelusa;Fiel Amigo;Colmillo',
  familias: `
Perros|Alimento para perros|4.90|360|-|6|adulto;cachorro;razas pequeñas;sénior;cordero y arroz|2 kg;1 kg;4 kg;18 kg
Perros|Alimento húmedo para perros|1.40|720|-|3|carne;pollo;hígado;cordero|100 g;280 g;375 g
Perros|Galletas y huesos|2.30|360|-|3|de pollo;dental;de cuero;surtidas|200 g;100 g;500 g
Gatos|Alimento para gatos|4.60|360|-|5|adulto;gatito;esterilizado;pescado;pollo|1,5 kg;500 g;3 kg;8 kg
Gatos|Alimento húmedo para gatos|1.20|720|-|4|atún;salmón;pollo;carne|85 g;156 g
Gatos|Arena sanitaria|5.20|-|-|4|aglomerante;con lavanda;de sílice|4 kg;10 kg;2 kg
Higiene animal|*Cuidado de mascotas|4.10|720|-|2|champú para mascotas;jabón antipulgas;talco para mascotas;pipeta antipulgas;collar antipulgas|250 ml;120 ml;500 ml
`,
};
