/** Names that people of Brazil, Portugal and English-speaking countries commonly bear, without accents; those that are everyday words too are left out. */
export const givenNames: readonly string[] = `
adriana adriano adilson afonso agatha ailton alan alana alberto alessandra alessandro alex alexandra alexandre alfredo alice aline allan
amanda amelia ana anderson andre andrea andreia andressa angela angelica angelo anita antonia antonio aparecida arnaldo arthur artur augusto
barbara beatriz benedita benedito benjamin bernardo bianca brenda breno bruna bruno caio camila camile carina carla carlos carmem carolina
caroline cassia cassiano catarina cecilia celia celio celso cesar cicero cintia clarice claudia claudio claudemir cleber cleide cleiton
cristian cristiane cristiano cristina daiane dalva daniel daniela daniele danielle danilo davi david debora denilson denis denise diego
diogo dirce douglas edilson edna edson eduarda eduardo elaine eliana eliane elias elisa elisabete elisangela eliza elza emanuel emanuelle
emerson emilia emilly enzo erica erick erika ester eunice evandro evelyn everton fabiana fabiano fabio fabiola fabricio felipe fernanda
fernando filipe flavia flavio francisca francisco franciele gabriel gabriela gabrielle geovana geraldo gilberto gilmar gilson giovana
giovanna giovanni gisele giulia gleice glauber guilherme gustavo heitor helena helio heloisa henrique hugo iara igor ines ingrid iolanda
iracema isaac isabel isabela isabella isabelle isadora isis ivan ivana ivone izabel jackson jair jairo janaina jandira jaqueline jean
jefferson jeferson jessica joana joao joaquim jonas jonathan jorge jose josefa josiane josue joyce juan jucelino julia juliana juliano
julio juliete junior karen karina karine kauan kelly kleber lais lara larissa laura lauro lavinia leandro leila leonardo leonor leticia
lidia lilian lorena lorenzo lourdes lucas lucia luciana luciano luciene luis luisa luiz luiza luzia magda magno maiara maicon manoel
manuel manuela marcela marcelo marcia marcio marcos margarida maria mariana mariane marilia marina mario marisa maristela marlene marli
marta mateus matheus mauricio mauro mayara mayra melissa michel michele michelle miguel milena miriam moacir moises monica murilo nadia
nair natalia natanael nathalia neide nelson neusa neuza nicolas nicole nilson nilton noemi norma odair olivia orlando osmar osvaldo otavio
pablo paloma patricia paula paulo pedro priscila quiteria rafael rafaela raimunda raimundo ramon raquel raul rebeca regiane regina reginaldo
reinaldo renan renata renato ricardo rita roberta roberto robson rodolfo rodrigo rogerio romulo ronaldo rosana rosane rosangela rosemary
rosilene ruan rubens rute samanta samara samuel sandra sandro sara sebastiana sebastiao selma sergio severino sheila sidnei silvana silvia
silvio simone solange sonia sophia stefany stella suelen sueli suzana tainara tais talita tamires tania tatiana tatiane telma teresa
terezinha thais thaynara thiago tiago ubirajara ulisses valdir valentina valeria valmir vanderlei vanessa vania vera veronica vicente
victor vinicius virginia vitor viviane vivian wagner wallace walter wanderley washington wellington wesley william willian wilson yago
yara yasmin yuri zelia zilda
aaron abigail adam adrian aisha alastair albert alejandro alfie alicia alison allison alyssa amber amelie amit amy andrew angus anika
anjali anna anne annette anthony archie arjun ashley ashok audrey austin ava barry becky belinda ben beth bethany betty beverly bradley
brandon brian bridget brittany bronwyn caitlin calvin cameron carly carmen carol caroline casey cassandra catherine cathy charlene charles
charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara colin connor courtney craig
crystal cynthia daisy damian danny darren dave dean deborah declan deepak derek diana diane dmitri dominic donald donna doris dorothy
duncan dylan edith edward eileen eleanor elena elizabeth ella ellen ellie elliot emily emma eric erin ethan eva evan evie fatima finn
fiona florence frances francesca gareth gary gavin gemma geoff geoffrey george georgia gerald gillian gina glenn gloria gordon graham greg
gregory hannah harriet harry hassan hayley heather hector helen henry hilary holly howard hussein ian imogen imran irene isla ivy jack
jacob jake james jamie jane janet janice jared jasmine jason javier jeff jeffrey jennifer jenny jeremy jerome jesse jill jillian joan
joanna joanne jodie joe joel johanna john johnny jon jordan joseph josh joshua josie juanita judith judy julie julian juliet justin kaitlyn
karl kate katherine kathleen kathryn kathy katie kayla keith ken kenneth kerry kevin khadija kieran kim kimberly kirsty kristen kumar kyle
lauren laurence laurie leah lee leo leon leslie lewis liam libby linda lindsay lindsey lisa logan lori louis louise lucy luke lydia lynn
mackenzie maddison madeline madison maggie malcolm marcus margaret margot marilyn marion marjorie martha martin martina marvin mary mason
matilda matt matthew maureen max megan melanie melvin meredith mia michael mickey miguel mike mildred millie mitchell mohamed mohammed
molly morgan muhammad nadine nancy naomi natalie natasha nathan nathaniel neha neil nicholas nick nicola nigel nina noah noel nora norman
oliver omar oscar owen pamela patrick patty paul pauline peggy penelope peter phil philip phillip phoebe phyllis poppy priya rachel raj
rajesh ralph ramesh randy raymond rebecca reginald rhys richard rick ricky rob robert robin rodney roger roland ronald rory rosemary ross
roxanne roy russell ruth ryan sabrina sadie sally sam samantha sanjay sarah scott sean sebastian shane shannon sharon shaun shauna shawn
shelley shirley sian sienna simon sofia sonya sophie spencer stacey stanley stephanie stephen steve steven stuart sunita susan suzanne
sylvia tara taylor ted teresa terry theodore theresa thomas tiffany tim timothy tina toby todd tom tommy tony tracey tracy trevor tristan
tyler valerie vernon vicky victoria vijay vincent violet vivienne walker wanda warren wayne wendy whitney winston xavier yolanda yusuf
yvette yvonne zach zachary zara zoe
`
  .trim()
  .split(/\s+/);

/** Surnames that stand beside them often, also where nobody writes capitals. */
export const surnames: readonly string[] = `
abreu albuquerque almeida alves amaral amorim andrade antunes aragao araujo assis azevedo barbosa barreto barros batista bezerra bittencourt
borges braga brandao brito cabral caldeira camargo campos cardoso carneiro carvalho castro cavalcante cavalcanti chagas coelho correa correia
costa couto cunha damasceno dantas diniz domingues duarte esteves farias fagundes fernandes ferraz ferreira figueiredo fonseca fontes franca
freire freitas furtado galvao garcia gomes goncalves guedes guerra guimaraes gusmao holanda jesus lacerda leal leite lemos lima lopes
macedo machado maciel magalhaes maia marques martins matos medeiros meireles melo mello mendes mendonca menezes mesquita miranda monteiro
moraes morais moreira mota moura muniz nascimento neves nogueira nunes oliveira pacheco padilha paiva peixoto pereira peres pessoa pimentel
pinheiro pinto pires prado queiroz quintana ramos rangel rezende ribeiro rocha rodrigues sales salgado sampaio santana santos saraiva
serra silva silveira simoes siqueira soares sousa souza tavares teixeira teles toledo torres trindade valente vargas vasconcelos vaz veiga
viana vidal vieira vilela xavier
adams anderson bailey baker bennett brooks brown butler campbell carter chapman clark clarke collins cooper davies davis edwards evans
fletcher foster garcia gonzalez graham griffiths gupta hall harris harrison hernandez hill hughes jackson jenkins johnson jones kaur kelly
khan kumar lewis lopez macdonald martinez mason mcdonald miller mitchell moore morris murphy murray nelson nguyen parker patel patterson
perez phillips powell price ramirez reynolds richardson roberts robertson robinson rodriguez rogers russell sanchez shah sharma simpson
singh smith stewart stevens sullivan taylor thomas thompson turner walker walsh watson williams wilson wood wright young
`
  .trim()
  .split(/\s+/);
