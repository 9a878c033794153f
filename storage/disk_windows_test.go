package storage_test

import "errors"

func saveUntilFull(string) error    { return errors.ErrUnsupported }
func openWithoutLeave(string) error { return errors.ErrUnsupported }
