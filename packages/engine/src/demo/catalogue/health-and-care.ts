import type { Department } from './department.ts';

const laboratorios =
  'Laboratorios Caroní;Farmavila;Genéricos del Sur;Biolab Andes;Orinofarma;Vitalab;Medisalud;Laboratorio Guaicaipuro;Nova Llanos;Quimifar;Lab. Humboldt;Sanaré Farma';

export const medicamentos: Department = {
  categoria: 'Medicamentos',
  grupo: 'Farmacia',
  margen: 29,
  iva: 0,
  refrigerado: false,
  marcas: laboratorios,
  familias: `
Analgésicos|Acetaminofén|1.40|900|Lluvias|8|500 mg;650 mg;forte 1 g;con cafeína|10 tab;20 tab;100 tab
Analgésicos|Ibuprofeno|1.90|900|-|7|200 mg;400 mg;600 mg;800 mg|10 tab;20 tab;50 tab
Analgésicos|Diclofenac|1.80|900|-|5|potásico 50 mg;sódico 50 mg;retard 100 mg|10 tab;20 tab;30 tab
Analgésicos|Naproxeno|2.40|900|-|3|275 mg;550 mg;sódico 220 mg|10 tab;20 tab
Analgésicos|Ketoprofeno|2.60|900|-|3|100 mg;retard 200 mg|10 tab;20 tab
Gripe y tos|Antigripal|2.10|720|Lluvias|7|día;noche;té caliente;infantil|10 tab;20 tab;6 tab
Gripe y tos|Jarabe para la tos|3.60|720|Lluvias|5|expectorante;antitusivo;con miel;pediátrico|120 ml;60 ml;180 ml
Gripe y tos|Bromhexina|2.90|720|Lluvias|3|adulto 8 mg;pediátrico 4 mg|120 ml;60 ml
Gripe y tos|Ambroxol|2.70|720|Lluvias|3|adulto 30 mg;pediátrico 15 mg|120 ml;60 ml
Alergias|Loratadina|1.70|900|Lluvias|6|10 mg;con pseudoefedrina|10 tab;20 tab;30 tab
Alergias|Cetirizina|1.90|900|Lluvias|5|10 mg;5 mg|10 tab;20 tab;30 tab
Alergias|Desloratadina|3.40|900|Lluvias|3|5 mg;2,5 mg|10 tab;20 tab
Gastrointestinales|Omeprazol|2.80|900|-|7|20 mg;40 mg|14 tab;28 tab;10 tab
Gastrointestinales|Antiácido|2.10|900|Navidad|6|masticable;suspensión;efervescente;menta|12 tab;24 tab;60 tab
Gastrointestinales|Loperamida|1.80|900|-|4|2 mg|6 tab;10 tab;20 tab
Gastrointestinales|Metoclopramida|1.60|900|-|3|10 mg;5 mg|10 tab;20 tab
Gastrointestinales|Suero oral|1.50|720|Lluvias|5|natural;fresa;uva;coco;manzana|500 ml;250 ml;1 l
Gastrointestinales|Probióticos|4.90|540|-|3|adulto;infantil;con fibra|10 tab;20 tab;30 tab
Cardiovascular|Losartán|3.10|900|-|8|50 mg;100 mg;con hidroclorotiazida|30 tab;14 tab;60 tab
Cardiovascular|Amlodipina|2.60|900|-|6|5 mg;10 mg|30 tab;10 tab;60 tab
Cardiovascular|Enalapril|2.20|900|-|4|10 mg;20 mg|30 tab;20 tab
Cardiovascular|Valsartán|5.20|900|-|4|80 mg;160 mg;320 mg|30 tab;14 tab
Cardiovascular|Atorvastatina|4.60|900|-|5|10 mg;20 mg;40 mg|30 tab;10 tab
Cardiovascular|Bisoprolol|4.10|900|-|3|2,5 mg;5 mg;10 mg|30 tab;14 tab
Cardiovascular|Aspirina|1.20|900|-|6|81 mg;100 mg;500 mg|30 tab;100 tab;10 tab
Cardiovascular|Clopidogrel|5.40|900|-|3|75 mg|14 tab;28 tab
Diabetes|Metformina|2.90|900|-|6|500 mg;850 mg;1 g|30 tab;60 tab
Diabetes|Glibenclamida|2.10|900|-|3|5 mg|30 tab;60 tab
Antibióticos|Amoxicilina|3.40|720|Lluvias|5|500 mg;875 mg;con ácido clavulánico;250 mg|12 tab;21 tab;14 tab
Antibióticos|Azitromicina|4.20|720|Lluvias|4|500 mg;250 mg|3 tab;6 tab
Antibióticos|Cefadroxilo|5.60|720|-|3|500 mg;1 g|12 tab;16 tab
Antibióticos|Ciprofloxacina|3.60|720|-|3|500 mg;750 mg|10 tab;14 tab
Antiparasitarios|Albendazol|1.60|900|Escolar|4|400 mg;200 mg|2 tab;6 tab
Antiparasitarios|Nitazoxanida|3.10|900|-|2|500 mg;200 mg|6 tab;10 tab
Neurología|Clonazepam|2.80|900|-|3|0,5 mg;2 mg|30 tab;20 tab
Neurología|Pregabalina|6.20|900|-|3|75 mg;150 mg|14 tab;28 tab
Hormonales|Levotiroxina|3.30|720|-|5|25 mcg;50 mcg;75 mcg;100 mcg|30 tab;50 tab
Hormonales|Anticonceptivos orales|4.40|900|-|5|21 días;28 días;solo progestágeno|21 tab;28 tab;63 tab
Dermatológicos|Crema dermatológica|3.70|720|-|4|clotrimazol;hidrocortisona;betametasona;aciclovir;gentamicina|20 g;10 g;40 g
Oftálmicos|Gotas oftálmicas|4.30|540|-|3|lubricantes;antialérgicas;antibióticas;descongestionantes|15 ml;5 ml;10 ml
`,
};

export const salud: Department = {
  categoria: 'Salud y bienestar',
  grupo: 'Farmacia',
  margen: 35,
  iva: 16,
  refrigerado: false,
  marcas: laboratorios,
  familias: `
Vitaminas|Vitamina|3.20|720|Lluvias|5|C 500 mg;C 1 g efervescente;D3;E;complejo B;A|30 tab;10 tab;60 tab;100 tab
Vitaminas|Multivitamínico|6.80|720|-|3|hombre;mujer;adulto mayor;infantil;prenatal|30 tab;60 tab;100 tab
Vitaminas|*Minerales|4.90|720|-|3|calcio con vitamina D;hierro;magnesio;zinc|30 tab;60 tab;90 tab
Suplementos|Proteína en polvo|18.50|540|-|2|vainilla;chocolate;fresa;vegetal|900 g;450 g;2 kg
Suplementos|Suplemento nutricional|9.90|540|-|3|vainilla;chocolate;fresa;para diabéticos|400 g;900 g;237 g
Suplementos|*Omega 3 y colágeno|8.40|720|-|3|omega 3;colágeno hidrolizado;colágeno con biotina|30 tab;60 tab;90 tab
Primeros auxilios|*Curas y vendas|1.30|-|-|5|curitas;vendas elásticas;gasas;adhesivo;algodón|10 und;20 und;50 und
Primeros auxilios|*Antisépticos|1.60|900|-|5|alcohol isopropílico;agua oxigenada;yodo;gel antibacterial|250 ml;120 ml;500 ml;1 l
Equipos médicos|*Equipos médicos|12.90|-|-|2|tensiómetro;termómetro digital;glucómetro;nebulizador;oxímetro|1 und
Equipos médicos|*Insumos médicos|2.20|-|-|4|jeringas;tapabocas;guantes de látex;tiras reactivas;lancetas|10 und;25 und;50 und;100 und
Bienestar sexual|Preservativos|2.60|1080|Carnaval|4|clásico;extrafino;con espuela;retardante|3 und;6 und;12 und
Ortopedia|*Ortopedia|8.90|-|-|2|rodillera;tobillera;muñequera;faja lumbar;medias de compresión|1 und
`,
};

export const cuidadoPersonal: Department = {
  categoria: 'Cuidado personal',
  grupo: 'Cuidado personal',
  margen: 31,
  iva: 16,
  refrigerado: false,
  marcas:
    'Rocío;Tersura;Bambú;Espejo;Natural Mía;Alma Fresca;Azahar;Piel Canela;Sábila Viva;Brisa Caribe;Nácar;Cariño;Ébano;Orquídea;Selva Negra;Bella Flor;Caballero;Menta Viva',
  familias: `
Higiene oral|Crema dental|1.80|900|-|8|menta;blanqueadora;sensible;infantil;triple acción;carbón|100 ml;50 ml;75 ml;150 ml
Higiene oral|Cepillo dental|1.50|-|-|5|suave;medio;infantil;ultrasuave|1 und;2 und;3 und
Higiene oral|Enjuague bucal|3.40|900|-|4|menta fresca;sin alcohol;blanqueador;infantil|500 ml;250 ml;1 l
Baño|Jabón de tocador|0.90|-|-|9|avena;antibacterial;humectante;glicerina;sábila;azufre|110 g;90 g;130 g
Baño|Gel de baño|3.90|900|-|3|frutos rojos;brisa marina;avena;hombre|400 ml;250 ml;750 ml
Cabello|Champú|3.60|900|-|8|hidratante;anticaspa;rizos;reparación;niños;cabello liso;control caída|400 ml;200 ml;750 ml;1 l
Cabello|Acondicionador|3.70|900|-|6|hidratante;reparación;rizos;liso;brillo|400 ml;200 ml;750 ml
Cabello|Crema para peinar|3.30|900|-|5|rizos;liso;reparadora;con keratina;niños|300 ml;150 ml;500 ml
Cabello|Tinte|4.20|900|Navidad|4|negro azulado;castaño oscuro;castaño claro;rubio ceniza;rojizo;borgoña|1 und
Desodorantes|Desodorante|2.40|900|-|8|roll-on;en barra;en aerosol;en crema;clínico|50 ml;90 ml;150 ml;30 ml
Afeitado|Máquina de afeitar|1.90|-|-|5|desechable;tres hojas;para damas;recargable|2 und;1 und;5 und
Afeitado|Espuma de afeitar|3.80|900|-|3|clásica;piel sensible;mentolada|200 ml;60 ml;300 ml
Protección femenina|Toallas sanitarias|1.60|-|-|7|con alas;nocturnas;ultradelgadas;diarias;maternas|8 und;16 und;24 und;60 und
Protección femenina|Tampones|3.10|-|Vacaciones|2|regular;súper;mini|8 und;16 und
Cremas y protección solar|Crema corporal|4.10|900|-|5|avena;almendras;sábila;coco;urea|400 ml;200 ml;750 ml
Cremas y protección solar|Protector solar|8.90|720|Vacaciones|3|FPS 30;FPS 50;FPS 70;infantil;facial|120 ml;60 ml;200 ml
Perfumería|Colonia|5.40|1080|Navidad|4|bebé;floral;cítrica;maderas;lavanda|120 ml;60 ml;250 ml;500 ml
Cosméticos|*Maquillaje|5.80|1080|Navidad|3|labial;rímel;base líquida;polvo compacto;esmalte;delineador|1 und
Higiene adulto|Pañales para adulto|7.60|-|-|3|talla M;talla G;talla XG|10 und;8 und;20 und
`,
};

export const bebes: Department = {
  categoria: 'Bebés',
  grupo: 'Cuidado personal',
  margen: 23,
  iva: 16,
  refrigerado: false,
  marcas:
    'Sonajero;Mimos;Ternurita;Cigüeña;Nube;Primera Risa;Cuna Azul;Arrullo;Cariñitos;Nanita;Luna Niña;Osito;Dulce Sueño;Pequeñín del Sol',
  familias: `
Pañales|Pañales desechables|6.40|-|-|8|recién nacido;talla P;talla M;talla G;talla XG;talla XXG|20 und;10 und;40 und;72 und
Pañales|Toallitas húmedas|1.90|720|-|6|con sábila;sin perfume;con manzanilla;biodegradables|50 und;20 und;80 und;100 und
Alimentación infantil|Fórmula infantil|12.90|540|-|5|etapa 1;etapa 2;etapa 3;sin lactosa;antirreflujo|400 g;900 g;800 g
Alimentación infantil|Compota|0.95|540|-|6|manzana;pera;durazno;cambur;frutas tropicales;ciruela|113 g;186 g;90 g
Alimentación infantil|Cereal infantil|3.10|360|-|4|de arroz;de avena;multicereal;con frutas|250 g;400 g;900 g
Higiene del bebé|*Higiene del bebé|3.20|900|-|4|champú;jabón líquido;colonia;aceite;crema antipañalitis;talco|200 ml;100 ml;400 ml
Accesorios|*Accesorios de bebé|3.60|-|-|2|tetero;chupón;mordedor;vaso entrenador;babero|1 und;2 und
`,
};
