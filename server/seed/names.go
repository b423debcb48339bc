package seed

import "strings"

// people are given and family names that go together, by script: search and ordering must cope with all of them.
type people struct {
	share         int // of a hundred users
	given, family []string
	familyFirst   bool
	// joins are put before a family name now and then.
	joins []string
}

var peoples = []people{
	{share: 46, given: words(`Ana Anders Amelia Beatriz Björn Camille Carlos Charlotte Clara David Diego Elena Emil Emma Eva Fatima
		Felix Freya Gabriel Giulia Hanna Hugo Ida Ines Isabelle Ivan Jakob Jana Joan João José Julia Karl Katarzyna Lars Lea Leon
		Lucía Luca Ludvig Maja Marc María Marie-Claire Marta Mateo Mia Niamh Nils Noah Nora Oliver Oskar Paul Paula Pedro Pia Quentin
		Rafael Rosa Samuel Sara Siân Sofia Søren Thea Tomás Ulrich Vera Viktor Walter Yann Zoë Željka`),
		family: words(`Adams Åkesson Álvarez Andersen Bauer Becker Berg Bernard Bianchi Bjørnstad Brown Carlsen Castro Clarke Costa
		Dahl Dubois Echeverría Eriksen Fernández Ferrari Fischer Garcia Gruber Haddad Hansen Hofmann Iversen Jansen Johansson Kovač
		Kowalska Larsen Leblanc Lefèvre López Łukaszewicz Martin Meyer Moreau Müller Nielsen Novák Ó'Sullivan Ødegård Okonkwo Olsen
		Pereira Petrović Ramos Rossi Santos Schäfer Schneider Silva Smith Strand Szabó Taylor Thomsen Vidal Wagner Weiß Williams Wójcik Zimmermann`),
		joins: words("de van von da O’")},
	{share: 8, given: words("Ελένη Γιώργος Μαρία Νίκος Σοφία Κωνσταντίνος Δήμητρα Αλέξανδρος"), family: words("Παππά Παπαδόπουλος Γεωργίου Νικολάου Δημητρίου Οικονόμου Ιωάννου")},
	{share: 10, given: words("Анна Дмитрий Елена Иван Мария Олексій Сергей Юлия Ярослав Їванна"), family: words("Иванова Петров Шевченко Коваленко Смирнов Кузнецова Бойко Мельник Ёлкин")},
	{share: 10, given: words("伟 芳 娜 敏 静 丽 强 磊 洋 艳 勇 杰"), family: words("王 李 张 刘 陈 杨 黄 赵 周 吴 欧阳 司马"), familyFirst: true},
	{share: 6, given: words("太郎 花子 翔太 さくら 美咲 健 陽菜 大輔"), family: words("佐藤 鈴木 高橋 田中 伊藤 山本 渡辺 がんば"), familyFirst: true},
	{share: 4, given: words("민준 서연 지우 하은 도윤"), family: words("김 이 박 최 정 강"), familyFirst: true},
	{share: 7, given: words("محمد فاطمة أحمد ليلى يوسف مريم عمر نور"), family: words("الحداد خليل منصور العلي صباغ حسن")},
	{share: 4, given: words("Ayşe Mehmet Elif Mustafa Zeynep İbrahim Işıl Ömer"), family: words("Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın")},
	{share: 5, given: words("Aarav Priya अनिका राहुल Deepika Sanjay दिव्या Lakshmi"), family: words("Sharma Patel Iyer वर्मा Krishnamurthy Venkataraghavan सिंह")},
}

var titles = words(`Engineer Manager Director Analyst Consultant Accountant Developer Designer Trainer Assistant Secretary Treasurer
	Chair Researcher Nurse Teacher Electrician Librarian`)

var firms = words(`Nordic Atlantic Alpine Baltic Iberian Northern Southern Blue Green Silver Harbour River Mountain Forest Bright
	Clear First United Central Civic`)

var trades = words(`Guild Works Logistics Energy Foods Software Textiles Shipping Consulting Design Insurance Clinic Academy Press
	Tools Timber Bakery Housing Union Society`)

var circles = words(`Board Staff Volunteers Members Alumni Press Suppliers Partners Students Mentors Donors Editors Speakers Auditors
	Trainers Drivers Stewards Organisers Reviewers Newcomers`)

func words(s string) []string { return strings.Fields(s) }
