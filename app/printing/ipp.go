package printing

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
)

// The operations of IPP (RFC 8011, and those of CUPS) that ask and change nothing, and what their answers may hold.
const (
	getJobAttributes     = 0x0009
	getJobs              = 0x000A
	getPrinterAttributes = 0x000B
	cupsGetPrinters      = 0x4002

	ippNotFound = 0x0406 // client-error-not-found
	ippFailure  = 0x0400 // the first status that is an error

	// maxAnswer bounds an answer: a thousand queues have a few hundred kilobytes.
	maxAnswer = 4 << 20
)

// The tags of RFC 8010 that are written or told apart.
const (
	tagOperation = 0x01
	tagEnd       = 0x03
	tagDelimiter = 0x10 // tags below begin a group
	tagInteger   = 0x21
	tagBoolean   = 0x22
	tagEnum      = 0x23
	tagKeyword   = 0x44
	tagURI       = 0x45
	tagCharset   = 0x47
	tagLanguage  = 0x48
	tagName      = 0x42
)

var errIPP = errors.New("not an answer of IPP")

// attributes are those of one printer or job; integers and booleans stand in numbers, all else in texts.
type attributes struct {
	texts   map[string][]string
	numbers map[string]int
}

func (a attributes) text(name string) string {
	if list := a.texts[name]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// request writes the head of an operation on a target, which asks for some attributes.
func request(operation int, target, uri, user string, wanted ...string) []byte {
	b := []byte{2, 0} // version 2.0
	b = binary.BigEndian.AppendUint16(b, uint16(operation))
	b = binary.BigEndian.AppendUint32(b, 1)
	b = append(b, tagOperation)
	b = appendAttribute(b, tagCharset, "attributes-charset", "utf-8")
	b = appendAttribute(b, tagLanguage, "attributes-natural-language", "en")
	if target != "" {
		b = appendAttribute(b, tagURI, target, uri)
	}
	if user != "" {
		b = appendAttribute(b, tagName, "requesting-user-name", user)
	}
	name := "requested-attributes"
	for _, w := range wanted {
		b = appendAttribute(b, tagKeyword, name, w)
		name = "" // more values of the same attribute
	}
	return append(b, tagEnd)
}

func appendAttribute(b []byte, tag byte, name, value string) []byte {
	b = append(b, tag)
	b = binary.BigEndian.AppendUint16(b, uint16(len(name)))
	b = append(b, name...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(value)))
	return append(b, value...)
}

// parseAnswer reads an answer: its status, and the groups of attributes behind that of the operation.
func parseAnswer(raw []byte) (status int, groups []attributes, err error) {
	if len(raw) < 8 {
		return 0, nil, errIPP
	}
	status = int(binary.BigEndian.Uint16(raw[2:]))
	rest := raw[8:]
	var group *attributes
	name := ""
	for len(rest) > 0 {
		tag := rest[0]
		rest = rest[1:]
		switch {
		case tag == tagEnd:
			return status, groups, nil
		case tag == tagOperation:
			group = nil
		case tag < tagDelimiter:
			groups = append(groups, attributes{map[string][]string{}, map[string]int{}})
			group = &groups[len(groups)-1]
		default:
			var key, value []byte
			if key, rest, err = cut(rest); err != nil {
				return 0, nil, err
			}
			if value, rest, err = cut(rest); err != nil {
				return 0, nil, err
			}
			if len(key) > 0 {
				name = string(key)
			}
			group.add(tag, name, value)
		}
	}
	return 0, nil, errIPP // it has no end
}

// cut takes a string with its length before it.
func cut(b []byte) (value, rest []byte, err error) {
	if len(b) < 2 {
		return nil, nil, errIPP
	}
	n := int(binary.BigEndian.Uint16(b))
	if len(b) < 2+n {
		return nil, nil, errIPP
	}
	return b[2 : 2+n], b[2+n:], nil
}

func (a *attributes) add(tag byte, name string, value []byte) {
	switch {
	case a == nil:
	case (tag == tagInteger || tag == tagEnum) && len(value) == 4:
		a.numbers[name] = int(int32(binary.BigEndian.Uint32(value)))
	case tag == tagBoolean && len(value) == 1:
		a.numbers[name] = int(value[0])
	case tag == 0x35 || tag == 0x36: // with a language before the text
		if _, rest, err := cut(value); err == nil {
			if text, _, err := cut(rest); err == nil {
				a.texts[name] = append(a.texts[name], string(text))
			}
		}
	case tag >= 0x40:
		a.texts[name] = append(a.texts[name], string(value))
	}
}

// asker asks the print service one thing.
type asker func(ctx context.Context, request []byte) (status int, groups []attributes, err error)

// askAt returns an asker at a server as lpstat -H names it: the path of a socket, or host and port.
func askAt(server string) asker {
	url, dial := "http://"+server+"/", (&net.Dialer{}).DialContext
	if strings.HasPrefix(server, "/") {
		url = "http://localhost/"
		dial = func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", server)
		}
	}
	client := &http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}}
	return func(ctx context.Context, body []byte) (int, []attributes, error) {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
		if err != nil {
			return 0, nil, err
		}
		r.Header.Set("Content-Type", "application/ipp")
		answer, err := client.Do(r)
		if err != nil {
			return 0, nil, err
		}
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return 0, nil, fmt.Errorf("the print service answers %s", answer.Status)
		}
		raw, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
		if err != nil {
			return 0, nil, err
		}
		return parseAnswer(raw)
	}
}
