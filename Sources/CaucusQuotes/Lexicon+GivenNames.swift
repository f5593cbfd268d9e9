/// Given names by the gender they mostly go with.
extension Lexicon.Builder {
    mutating func addGivenNames() {
        add(
            .maleName,
            """
            james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony \
            mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey \
            ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank \
            alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter \
            kyle ethan walter noah jeremy christian keith roger terry gerald harold sean austin carl arthur \
            lawrence dylan jesse jordan bryan billy joe bruce gabriel logan albert willie alan juan wayne elijah \
            randy roy vincent ralph eugene russell bobby mason philip louis harry howard fred martin leonard \
            stanley jim jimmy tom tommy tim bill bob mike dave dan danny ted ken kenny ron ronnie rick ricky steve \
            stephen greg jeff matt chris tony nick alex ben sam max leo luke oliver oscar hugo felix ivan boris \
            vladimir sergei dmitri igor mikhail yuri viktor oleg andrei nikolai pavel jean pierre jacques michel \
            françois philippe andré henri luc marc yves alain bernard claude denis emmanuel gérard guy hans karl \
            klaus jürgen wolfgang helmut gerhard fritz otto heinrich dieter uwe antonio carlos luis miguel pedro \
            manuel francisco javier fernando jorge ricardo eduardo alejandro rafael raúl sergio roberto diego pablo \
            mario marco giuseppe giovanni luca matteo paolo stefano silvio mohammed muhammad mohamed ahmed ali \
            hassan hussein omar ibrahim khalid abdullah yusuf mustafa mahmoud hamid karim tariq bashar bashir rashid \
            rajesh ravi sanjay amit arjun vijay narendra imran nawaz hiroshi kenji takeshi shinzo akira wei jian \
            xi kim jun sung min joon kwame kofi emeka chidi okon tunde nelson jacob thabo desmond moses isaac abraham \
            aaron noam avi benjamin shimon yitzhak ehud ari eli moshe erik lars nils sven bjorn olaf magnus anders \
            gunnar jens mads kristian mitt jeb newt barack bernie rand marco lindsey chuck mitch rudy cory beto pete \
            tulsi joe stan clint clarence clyde cliff cecil dean derek dick dale darren darrell don duane dwight earl \
            edgar edmund edwin ernest ethan evan floyd gene gilbert glen glenn gordon graham grant hal hank harvey herb \
            herbert herman homer horace hubert hugh ian ira irving jake jay jared jarrod jerome joel jon josh julian \
            karl kent kirk kurt lance lee leon leroy lester lewis lloyd lou lyle malcolm marcus marshall marvin maurice \
            mel melvin merle milton monte morris murray neal neil ned nigel norman orlando owen perry preston quentin \
            ralph randall reed reggie reginald rex rod rodney roland ross rufus rupert seth sheldon sherman shane sidney \
            simon spencer stewart stuart sylvester theodore todd travis trent trevor troy vernon victor vince virgil \
            wallace ward warren wendell wesley wilbur willard winston woodrow xavier zack liam mason aiden conor declan \
            brendan brett brad brady bradley blake barry bart basil archie angus alistair alfred allen alvin amos \
            tomas tomás goran colm piotr luka kwabena rui piers desmond lionel hugh ezequiel oskar rowan mateo \
            santiago nicolás andrés joaquín emilio ignacio rodrigo gonzalo arturo alfredo enrique guillermo \
            gustavo hernán leandro lorenzo ángel tiago joão paulo bruno duarte vasco nuno luís gilberto \
            jakub mateusz krzysztof tomasz marek wojciech janusz lech donatas jonas petr pavel jiří václav \
            milan zoran dragan nikola vuk ante marko stjepan bogdan mircea ion dragos viorel lászló zoltán \
            ferenc gábor istván sándor viktor aleksandr alexei anatoly maxim roman ruslan taras volodymyr petro \
            recep mehmet kemal emre murat selim reza mahmoud hossein farid nabil samir walid youssef \
            abdul omar faisal salman bandar hamad tamim deepak vikram anil suresh ramesh manoj prakash \
            takashi yoshihide shigeru haruki minho joon-ho ming hao lei feng yong babatunde chinua \
            olusegun yaw kojo sipho cyril jomo uhuru daniel haile meles paolo enzo dario fabio massimo \
            callum carter chad chester clark clay clayton clifton clinton colin connor corey craig curtis cyrus damian \
            dexter dominic donnie doug drew duncan dustin dwayne eddie elliot elliott ellis elmer emil ernie everett \
            ferdinand forrest francis frankie franklin freddie frederick garrett garry gavin geoff geoffrey gil gus guy
            """)
        add(
            .femaleName,
            """
            mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra \
            margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon \
            cynthia dorothy amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine \
            helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia \
            lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa \
            gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise \
            danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie hillary \
            nancy carly elaine claire lydia chrystia kathy kathleen rona jody melania ivanka tiffany huma cheryl \
            loretta condoleezza sonia elena ruth sandra valerie susan samantha kellyanne hope sarah nikki tammy \
            kirsten amy kamala elizabeth tulsi maxine dianne barbara debbie donna michele jill jane gabrielle \
            anne annie angie anita antonia april arlene audrey bella bernadette bernice bertha beth bethany betsy \
            bonnie bridget camila candace cara carla carmen caroline carrie cassandra cathy cecilia celeste celia \
            chelsea chloe clara claudia colleen connie constance cora courtney crystal cynthia daisy dana daphne \
            dawn delia della dolores edith edna eileen eleanor elena elisa elise ella ellen eloise elsa elsie erica \
            erika erin esther ethel eva eve faith fatima felicia fiona florence gail georgia geraldine gertrude gina \
            ginger gladys glenda greta gretchen gwen hazel heidi helena henrietta holly ida ingrid irene iris irma \
            isabel ivy jackie jan jana janelle janine jasmine jeanette jeanne jenna jennie jenny jessie joanna joanne \
            jocelyn jodi josephine joy juanita judy julianne june justine kara karla kate katie katrina kay kendra \
            kerry kim kirsten krista kristen kristin kristina kristine lana leah leila lena leslie lillian lily liz \
            liza lois lola lorena loretta lorraine louise lucia lucille lucy luisa lynn mabel madeline mae maggie \
            mandy marcia marcy margarita margot marianne marina marjorie marla marlene marsha maureen maya meghan \
            melanie melinda mercedes meredith mildred mindy miranda miriam moira molly mona monica muriel myra nadia \
            naomi natasha nellie nina nora norma olga opal paige pam patsy patti paula pauline pearl peggy penny \
            phoebe phyllis polly priscilla ramona raquel regina renee rhonda rita roberta robin rosa rosalie rose \
            rosemary roxanne ruby sabrina sadie sally selena shannon sheila shelley sheri sherry silvia simone \
            stacey stacy stella sue suzanne sylvia tamara tanya tara thelma tina toni tracy trudy ursula vanessa vera \
            veronica vicki vicky viola violet vivian wanda wendy whitney wilma winifred yolanda yvette yvonne zoe \
            angela ursula annegret giorgia marine ségolène brigitte françoise isabelle sylvie hélène chantal \
            sofia carmen pilar lucía guadalupe ximena aisha amina fatou khadija leyla zainab noor malala indira priya \
            anjali sunita lakshmi meera mei ling yuki keiko sakura hyun ji-woo ngozi amara chioma adaeze wanjiru thandi \
            benedita joan mirela nadia lena signe abena zora maud marguerite anne-marie ruth winifred agatha pia \
            beatriz inés leonor catarina luísa fernanda gabriela valentina camila daniela mariana paula \
            rosario soledad dolores consuelo amparo elvira graciela silvia mónica verónica lourdes \
            giulia chiara francesca elisabetta paola simona federica alessandra michela roberta \
            małgorzata zofia hanna magdalena beata ewa jadwiga ilona zsuzsa katalin ágnes petra \
            jelena milica dragana ivana marija vesna danica snežana oksana larisa galina lyudmila \
            fatima maryam khadija zahra shirin leila samira yasmin rania hanan ayşe emine elif \
            deepa kavita shanti sushma smriti nirmala aung hiroko michiko naoko eun-ji soo-jin \
            adwoa akua ama efua yaa nkechi chiamaka folake wangari nomvula thuli graça winnie \
            ingrid astrid sigrid freya maja katarzyna agnieszka svetlana natalia tatiana irina ekaterina olena yulia
            """)
    }
}
