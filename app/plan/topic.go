package plan

// Topic is one subject of discussion (nội dung trao đổi, chuyên đề).
type Topic struct {
	Head
	Visit    string `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Category string `json:"category" validate:"max=100" vis:"public"`
	Title    string `json:"title" validate:"required,max=500" vis:"public"`
	Owner    string `json:"owner" validate:"max=300" vis:"public"`
	Findings string `json:"findings" validate:"max=20000" vis:"public"`
	// Decision is adopt, adapt or drop; Why gives the reason.
	Decision string `json:"decision" validate:"omitempty,oneof=adopt adapt drop" vis:"public"`
	Why      string `json:"why" validate:"max=4000" vis:"public"`
	Pos      string `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*Topic) Kind() Kind { return KindTopic }

// Label implements Record.
func (t *Topic) Label() string { return t.Title }

// The states of a question.
const (
	QuestionOpen     = "open"
	QuestionAnswered = "answered"
	QuestionLater    = "in_writing_later"
)

// Question is what the guests ask the hosts under a topic, and the answer.
type Question struct {
	Head
	Visit       string `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Topic       string `json:"topic" validate:"omitempty,uuid" vis:"public" ref:"topic"`
	Text        string `json:"text" validate:"required,max=2000" vis:"public"`
	AskedBy     string `json:"asked_by" validate:"max=300" vis:"public"`
	AddressedTo string `json:"addressed_to" validate:"max=300" vis:"public"`
	Answer      string `json:"answer" validate:"max=20000" vis:"public"`
	State       string `json:"state" validate:"omitempty,oneof=open answered in_writing_later" vis:"public"`
	Pos         string `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*Question) Kind() Kind { return KindQuestion }

// Label implements Record.
func (q *Question) Label() string { return q.Text }

// Model is the sheet of a production model (phiếu mô hình), kept once and
// reused by visits. Amounts of money are in đồng.
type Model struct {
	Head
	Name          string `json:"name" validate:"required,max=300" vis:"public"`
	Locality      string `json:"locality" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	Place         string `json:"place" validate:"max=300" vis:"public"`
	Holder        string `json:"holder" validate:"max=300" vis:"public"`
	HolderKind    string `json:"holder_kind" validate:"omitempty,oneof=household group cooperative enterprise other" vis:"public"`
	Scale         string `json:"scale" validate:"max=500" vis:"public"`
	Since         string `json:"since" validate:"max=100" vis:"public"`
	Funding       string `json:"funding" validate:"max=1000" vis:"public"`
	TotalCost     int64  `json:"total_cost" validate:"min=0,max=9007199254740991" vis:"public"`
	Support       int64  `json:"support_per_household" validate:"min=0,max=9007199254740991" vis:"public"`
	CycleCost     int64  `json:"cycle_cost" validate:"min=0,max=9007199254740991" vis:"public"`
	Yield         string `json:"yield" validate:"max=500" vis:"public"`
	Price         string `json:"price" validate:"max=500" vis:"public"`
	NetIncome     int64  `json:"net_income" validate:"min=-9007199254740991,max=9007199254740991" vis:"public"`
	Households    int    `json:"households" validate:"min=0,max=10000000" vis:"public"`
	OutOfPoverty  int    `json:"households_out_of_poverty" validate:"min=0,max=10000000" vis:"public"`
	Market        string `json:"market" validate:"max=1000" vis:"public"`
	Difficulties  string `json:"difficulties" validate:"max=4000" vis:"public"`
	Conditions    string `json:"conditions" validate:"max=4000" vis:"public"`
	Introducer    string `json:"introducer" validate:"max=300" vis:"personal"`
	Phone         string `json:"phone" validate:"max=60" vis:"personal"`
	GroupCapacity int    `json:"group_capacity" validate:"min=0,max=100000" vis:"public"`
	Access        string `json:"access" validate:"max=1000" vis:"public"`
	Safety        string `json:"safety" validate:"max=1000" vis:"public"`
}

// Kind implements Record.
func (*Model) Kind() Kind { return KindModel }

// Label implements Record.
func (m *Model) Label() string { return m.Name }

// FieldVisit is one field stop of a visit (đi thực tế).
type FieldVisit struct {
	Head
	Visit       string `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Stop        string `json:"stop" validate:"omitempty,uuid" vis:"public" ref:"stop"`
	Model       string `json:"model" validate:"omitempty,uuid" vis:"public" ref:"model"`
	Title       string `json:"title" validate:"required,max=300" vis:"public"`
	Place       string `json:"place" validate:"max=300" vis:"public"`
	Contact     string `json:"contact" validate:"max=300" vis:"personal"`
	Access      string `json:"access" validate:"max=1000" vis:"public"`
	Capacity    int    `json:"capacity" validate:"min=0,max=100000" vis:"public"`
	TravelTime  int    `json:"travel_minutes" validate:"min=0,max=1440" vis:"public"`
	WetFallback string `json:"wet_weather" validate:"max=1000" vis:"public"`
	Pos         string `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*FieldVisit) Kind() Kind { return KindFieldVisit }

// Label implements Record.
func (f *FieldVisit) Label() string { return f.Title }
