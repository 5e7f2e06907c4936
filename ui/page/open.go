package page

// RecordOpen as the record of a route asks PageExchange to show what offices
// differ on, of one visit if the route names one.
const RecordOpen = "open"
