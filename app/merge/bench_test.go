package merge_test

import (
	"fmt"
	"runtime"
	"testing"

	"nhipcau/app/merge"
)

// benchVisit is a visit with 14 fields of Vietnamese text, about 1.1 KB.
func benchVisit(i int) *merge.Record {
	r := &merge.Record{ID: fmt.Sprintf("0196a7c2-0000-7000-8000-%012d", i), Kind: "visit", Schema: 1, Office: office}
	texts := map[string]string{
		"title":     `"Học tập kinh nghiệm xây dựng nông thôn mới nâng cao"`,
		"when":      `{"from":"2024-06-10","to":"2024-06-12","zone":"Asia/Ho_Chi_Minh"}`,
		"place":     `"Hội trường Ủy ban nhân dân xã"`,
		"host":      `"0195b1d0-0000-7000-8000-000000000002"`,
		"guest":     `"0195b1d0-0000-7000-8000-000000000003"`,
		"aims":      `"Trao đổi kinh nghiệm về du lịch cộng đồng, sản phẩm OCOP, chuyển đổi số ở cấp xã và cách làm của tổ công nghệ số cộng đồng"`,
		"notes":     `"Đoàn đi bằng xe của cơ quan; chuẩn bị phòng nghỉ trưa và một suất ăn chay, nước uống trên xe, tài liệu in hai mặt"`,
		"transport": `"Xe 29 chỗ"`, "state": `"planned"`, "budget": `45000000`, "people": `18`,
		"paper":   `{"date":"2024-05-30","number":"125/KH-UBND"}`,
		"lodge":   `"Nhà khách huyện, mỗi phòng hai người, trả phòng trước 12 giờ ngày cuối"`,
		"weather": `"Trời có thể mưa về chiều, chương trình ngoài trời có phương án trong nhà"`,
	}
	var changes []merge.Change
	for name, text := range texts {
		changes = append(changes, merge.Change{Field: name, JSON: []byte(text)})
	}
	return r.WithAll(stamp(a, uint64(i+1), early), changes...)
}

func benchPacked(tb testing.TB, r *merge.Record) []byte {
	raw, err := merge.Pack(r)
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

func BenchmarkUnpack(b *testing.B) {
	raw := benchPacked(b, benchVisit(1))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	var u merge.Unpacker
	for b.Loop() {
		if _, err := u.Unpack(raw); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkUnpackKeep reports the memory that a record takes once it is open.
func BenchmarkUnpackKeep(b *testing.B) {
	raw := benchPacked(b, benchVisit(1))
	const kept = 10000
	for b.Loop() {
		var u merge.Unpacker
		before := heap()
		all := make([]*merge.Record, kept)
		for i := range all {
			r, err := u.Unpack(raw)
			if err != nil {
				b.Fatal(err)
			}
			all[i] = r
		}
		b.ReportMetric(float64(heap()-before)/kept, "heap-B/record")
		runtime.KeepAlive(all)
	}
}

func heap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func BenchmarkPack(b *testing.B) {
	r := benchVisit(1)
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if out, err = merge.AppendPack(out[:0], r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMerge(b *testing.B) {
	old := benchVisit(1)
	here := edit(old, stamp("AAAAAAAAAAAA", 3, later), "title", `"Một"`)
	there := edit(edit(old, stamp("BBBBBBBBBBBB", 3, later), "title", `"Hai"`), stamp("BBBBBBBBBBBB", 4, late), "notes", `"Ba"`)
	for name, other := range map[string]*merge.Record{"conflict": there, "nothing new": old} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := merge.Merge(here, other); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	r := benchVisit(1)
	s := stamp("BBBBBBBBBBBB", 1, later)
	value := []byte(`"Một hai ba"`)
	b.ReportAllocs()
	for b.Loop() {
		r.With("title", s, value, r.Fields["title"].Dots())
	}
}
