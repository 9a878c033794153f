package finish

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"sync"

	"bantin/export/pdf/object"
)

// setPacked gives a stream new data, compressed.
func setPacked(s *object.Stream, data []byte) {
	s.Data = deflate(data)
	s.Dict.Set("Filter", object.Name("FlateDecode"))
}

// packed makes a new compressed stream.
func packed(dict *object.Dict, data []byte) *object.Stream {
	dict.Set("Filter", object.Name("FlateDecode"))
	return &object.Stream{Dict: dict, Data: deflate(data)}
}

// unpack gives the data of a stream as it is without compression.
func unpack(s *object.Stream) ([]byte, error) {
	switch filter := s.Dict.Value("Filter"); filter {
	case nil:
		return s.Data, nil
	case object.Name("FlateDecode"):
		r, err := zlib.NewReader(bytes.NewReader(s.Data))
		if err != nil {
			return nil, fmt.Errorf("unpack stream: %w", err)
		}
		defer r.Close()
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("unpack stream: %w", err)
		}
		return data, nil
	default:
		return nil, fmt.Errorf("unpack stream: unknown filter %v", filter)
	}
}

// packers are kept, because making one takes longer than a page needs.
var packers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(io.Discard, zlib.BestCompression)
	if err != nil {
		panic(err) // there is such a level
	}
	return w
}}

// deflate packs data in memory.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	w.Reset(&out)
	_, _ = w.Write(data) // into memory, where nothing can fail
	_ = w.Close()
	return out.Bytes()
}
