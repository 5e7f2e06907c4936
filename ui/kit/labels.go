package kit

// Label returns the label above the field.
func (f *TextField) Label() string { return f.frame.title }
