package finish

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"

	"bantin/export/pdf/object"
)

// pack compresses a stream, whether it was compressed before or not: gofpdf
// compresses for speed only.
func pack(s *object.Stream) error {
	data, err := unpack(s)
	if err != nil {
		return err
	}
	s.Data = deflate(data)
	s.Dict.Set("Filter", object.Name("FlateDecode"))
	return nil
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

// deflate writes into memory, where nothing can fail.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}
