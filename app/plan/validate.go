package plan

import (
	"errors"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// Validator checks single records against the rules in the tags of their
// fields. It is safe for concurrent use and costs some milliseconds to make,
// so a program makes one.
type Validator struct {
	check *validator.Validate
}

// NewValidator makes a validator that knows the tags of this package: beside
// those of validator/v10 civildate, civilclock and decimal.
func NewValidator() *Validator {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	for tag, valid := range map[string]func(string) bool{
		"civildate":  func(s string) bool { return civil.Date(s).Valid() },
		"civilclock": func(s string) bool { return civil.Clock(s).Valid() },
		"decimal":    vietnamese.ValidDecimal,
	} {
		err := v.RegisterValidation(tag, func(fl validator.FieldLevel) bool {
			return valid(fl.Field().String())
		})
		if err != nil {
			// Only an empty tag or a nil function is refused.
			panic(err)
		}
	}
	return &Validator{check: v}
}

// Check gives what is wrong with the values of one record, each issue at the
// level of an error and beside its field. It never says that a record must not
// be kept: what comes from outside is kept and shown with its issues.
func (v *Validator) Check(r Record) []Issue {
	err := v.check.Struct(r)
	var found validator.ValidationErrors
	if !errors.As(err, &found) {
		return nil
	}
	issues := make([]Issue, 0, len(found))
	for _, fe := range found {
		issues = append(issues, issueOf(fe))
	}
	return issues
}

// issueOf turns one refusal of the library into an issue of ours.
func issueOf(fe validator.FieldError) Issue {
	// The namespace begins with the name of the struct.
	_, path, _ := strings.Cut(fe.Namespace(), ".")
	i := Issue{Field: path, Level: LevelError, Key: "validation." + fe.Tag()}
	switch fe.Tag() {
	case "min", "max":
		i.Key += boundSuffix(fe.Kind())
		name := map[string]string{"min": "Min", "max": "Max"}[fe.Tag()]
		i.Args = map[string]any{name: Figure(fe.Param())}
		if n, ok := sizeOf(fe.Value()); ok {
			i.Args["Length"] = n
		}
	case "len":
		i.Args = map[string]any{"Length": Figure(fe.Param())}
	case "oneof", "email", "civildate", "civilclock", "decimal":
		i.Args = map[string]any{"Value": reflect.ValueOf(fe.Value()).String()}
	}
	return i
}

// boundSuffix tells apart the bounds of a number, of a text and of a list,
// which need different sentences.
func boundSuffix(k reflect.Kind) string {
	switch k {
	case reflect.String:
		return "_text"
	case reflect.Slice, reflect.Map, reflect.Array:
		return "_items"
	default:
		return ""
	}
}

// sizeOf gives the length of a text in letters or of a list in entries.
func sizeOf(value any) (int, bool) {
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.String:
		return utf8.RuneCountInString(v.String()), true
	case reflect.Slice, reflect.Map, reflect.Array:
		return v.Len(), true
	default:
		return 0, false
	}
}
