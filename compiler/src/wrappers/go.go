// Written by `hotforge bindings go`: do not change it, write it anew.
//
// On hotforge.h, by cgo. Tell cgo where the bundle is:
//
//	CGO_CFLAGS=-I$BUNDLE CGO_LDFLAGS="-L$BUNDLE -lNAME -Wl,-rpath,$BUNDLE" go build

package PACKAGE

/*
#include <stdlib.h>
#include "hotforge.h"
*/
import "C"

import (
	"fmt"
	"runtime"
	"unsafe"
)

// Error is a Python exception: its class, its message, and its traceback as Python prints it.
type Error struct {
	Type, Message, Traceback string
}

func (e *Error) Error() string { return e.Type + ": " + e.Message }

// Record is an object with named fields, or a named tuple.
type Record struct {
	Class   string
	Names   []string
	Fields  []any
	IsTuple bool
}

// Tuple is a tuple.
type Tuple []any

// Entry is an entry of a dict.
type Entry struct{ Key, Value any }

// Dict is a dict in Python's order.
type Dict []Entry

// Array is an array of numpy in C order: Data holds its elements as they lie in memory.
type Array struct {
	DType uint32
	Shape []int64
	Data  []byte
}

// Elements gives the elements of an array as numbers of Go; T must have the size of its dtype.
func Elements[T bool | int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 | float32 | float64](array Array) []T {
	if len(array.Data) == 0 {
		return nil
	}
	var one T
	return unsafe.Slice((*T)(unsafe.Pointer(&array.Data[0])), len(array.Data)/int(unsafe.Sizeof(one)))
}

// ArrayOf makes an array of a shape.
func ArrayOf[T bool | int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 | float32 | float64](elements []T, shape ...int64) Array {
	var dtype uint32
	switch any(elements).(type) {
	case []bool:
		dtype = C.HOTFORGE_BOOL8
	case []int8:
		dtype = C.HOTFORGE_INT8
	case []int16:
		dtype = C.HOTFORGE_INT16
	case []int32:
		dtype = C.HOTFORGE_INT32
	case []int64:
		dtype = C.HOTFORGE_INT64
	case []uint8:
		dtype = C.HOTFORGE_UINT8
	case []uint16:
		dtype = C.HOTFORGE_UINT16
	case []uint32:
		dtype = C.HOTFORGE_UINT32
	case []uint64:
		dtype = C.HOTFORGE_UINT64
	case []float32:
		dtype = C.HOTFORGE_FLOAT32
	case []float64:
		dtype = C.HOTFORGE_FLOAT64
	}
	array := Array{DType: dtype, Shape: shape}
	if len(elements) > 0 {
		var one T
		array.Data = unsafe.Slice((*byte)(unsafe.Pointer(&elements[0])), len(elements)*int(unsafe.Sizeof(one)))
	}
	return array
}

// Stream gives the items of a predictor that yields. Close it where it is not read to its end.
type Stream struct{ value *C.hotforge_value }

// Next gives the next item; false at the end.
func (s *Stream) Next() (item any, more bool, err error) {
	if s.value == nil {
		return nil, false, nil
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var next *C.hotforge_value
	if !bool(C.hotforge_stream_next(s.value, &next)) {
		return nil, false, lastError()
	}
	if next == nil {
		return nil, false, nil
	}
	defer C.hotforge_value_free(next)
	item, err = read(next)
	return item, err == nil, err
}

// Close ends the stream and frees what it holds.
func (s *Stream) Close() {
	C.hotforge_value_free(s.value)
	s.value = nil
}

// The error of this thread: whoever calls it has not left the thread since it failed.
func lastError() error {
	failed := C.hotforge_last_error()
	if failed == nil {
		return &Error{Type: "SystemError", Message: "the library gave no reason"}
	}
	message := C.GoStringN(failed.message, C.int(failed.message_length))
	return &Error{Type: C.GoString(failed._type), Message: message, Traceback: C.GoString(failed.traceback)}
}

type argument struct {
	name  string
	value any
}

func call(predictor string, arguments []argument) (*C.hotforge_value, error) {
	runtime.LockOSThread() // the last error is the thread's
	defer runtime.UnlockOSThread()
	// The arrays are C's, since they hold pointers of C's.
	count := len(arguments)
	values := (**C.hotforge_value)(C.calloc(C.size_t(count+1), C.size_t(unsafe.Sizeof(uintptr(0)))))
	names := (**C.char)(C.calloc(C.size_t(count+1), C.size_t(unsafe.Sizeof(uintptr(0)))))
	defer C.free(unsafe.Pointer(values))
	defer C.free(unsafe.Pointer(names))
	for index, given := range arguments {
		value, err := make_(given.value)
		if err != nil {
			return nil, err
		}
		defer C.hotforge_value_free(value)
		name := C.CString(given.name)
		defer C.free(unsafe.Pointer(name))
		unsafe.Slice(values, count)[index] = value
		unsafe.Slice(names, count)[index] = name
	}
	key := C.CString(predictor)
	defer C.free(unsafe.Pointer(key))
	result := C.hotforge_call(key, values, names, C.size_t(count))
	if result == nil {
		return nil, lastError()
	}
	return result, nil
}

func text(data string) (*C.char, C.size_t, func()) {
	copied := C.CString(data)
	return copied, C.size_t(len(data)), func() { C.free(unsafe.Pointer(copied)) }
}

func make_(given any) (*C.hotforge_value, error) {
	var value *C.hotforge_value
	switch given := given.(type) {
	case nil:
		value = C.hotforge_value_new_null()
	case bool:
		value = C.hotforge_value_new_bool(C.bool(given))
	case int:
		value = C.hotforge_value_new_int(C.int64_t(given))
	case int64:
		value = C.hotforge_value_new_int(C.int64_t(given))
	case float64:
		value = C.hotforge_value_new_float(C.double(given))
	case complex128:
		value = C.hotforge_value_new_complex(C.double(real(given)), C.double(imag(given)))
	case string:
		data, length, free := text(given)
		defer free()
		value = C.hotforge_value_new_string(data, length)
	case []byte:
		data := C.CBytes(given)
		defer C.free(data)
		value = C.hotforge_value_new_bytes((*C.uint8_t)(data), C.size_t(len(given)))
	case []string:
		return list(C.hotforge_value_new_list(), len(given), func(index int) any { return given[index] })
	case []int64:
		return list(C.hotforge_value_new_list(), len(given), func(index int) any { return given[index] })
	case []float64:
		return list(C.hotforge_value_new_list(), len(given), func(index int) any { return given[index] })
	case []any:
		return list(C.hotforge_value_new_list(), len(given), func(index int) any { return given[index] })
	case Tuple:
		return list(C.hotforge_value_new_tuple(), len(given), func(index int) any { return given[index] })
	case Dict:
		return dict(given)
	case map[string]string:
		entries := Dict{}
		for key, item := range given {
			entries = append(entries, Entry{key, item})
		}
		return dict(entries)
	case map[string]any:
		entries := Dict{}
		for key, item := range given {
			entries = append(entries, Entry{key, item})
		}
		return dict(entries)
	case Record:
		return record(given)
	case Array:
		return array(given)
	default:
		return nil, &Error{Type: "TypeError", Message: fmt.Sprintf("a predictor takes no %T", given)}
	}
	if value == nil {
		return nil, lastError()
	}
	return value, nil
}

func list(container *C.hotforge_value, count int, item func(int) any) (*C.hotforge_value, error) {
	for index := 0; index < count; index++ {
		value, err := make_(item(index))
		if err != nil {
			C.hotforge_value_free(container)
			return nil, err
		}
		C.hotforge_value_append(container, value)
	}
	return container, nil
}

func dict(entries Dict) (*C.hotforge_value, error) {
	container := C.hotforge_value_new_dict()
	for _, entry := range entries {
		key, err := make_(entry.Key)
		if err != nil {
			C.hotforge_value_free(container)
			return nil, err
		}
		item, err := make_(entry.Value)
		if err != nil {
			C.hotforge_value_free(key)
			C.hotforge_value_free(container)
			return nil, err
		}
		C.hotforge_value_insert(container, key, item)
	}
	return container, nil
}

func record(given Record) (*C.hotforge_value, error) {
	class, length, free := text(given.Class)
	defer free()
	container := C.hotforge_value_new_record(class, length)
	if given.IsTuple {
		C.hotforge_value_free(container)
		container = C.hotforge_value_new_named_tuple(class, length)
	}
	for index, name := range given.Names {
		item, err := make_(given.Fields[index])
		if err != nil {
			C.hotforge_value_free(container)
			return nil, err
		}
		field, length, free := text(name)
		C.hotforge_value_set_field(container, field, length, item)
		free()
	}
	return container, nil
}

func array(given Array) (*C.hotforge_value, error) {
	axes := len(given.Shape)
	shape := (*C.int64_t)(C.calloc(C.size_t(axes+1), 8))
	defer C.free(unsafe.Pointer(shape))
	size := int64(1)
	for index, length := range given.Shape {
		unsafe.Slice(shape, axes)[index] = C.int64_t(length)
		size *= length
	}
	data := C.CBytes(given.Data)
	defer C.free(data)
	sizes := map[uint32]int64{1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 2, 8: 4, 9: 8, 10: 2, 11: 4, 12: 8, 13: 8, 14: 16}
	if size*sizes[given.DType] != int64(len(given.Data)) {
		return nil, &Error{Type: "ValueError", Message: "the shape of an array does not fit its elements"}
	}
	described := C.hotforge_array{dtype: C.uint32_t(given.DType), ndim: C.size_t(axes), shape: shape, data: data}
	value := C.hotforge_value_new_array(&described, nil, nil)
	if value == nil {
		return nil, lastError()
	}
	return value, nil
}

func readText(data *C.char, length C.size_t) string {
	return C.GoStringN(data, C.int(length))
}

func read(value *C.hotforge_value) (any, error) {
	var length C.size_t
	count := func() int { return int(C.hotforge_value_length(value)) }
	switch C.hotforge_value_kind(value) {
	case C.HOTFORGE_NULL:
		return nil, nil
	case C.HOTFORGE_BOOL:
		var out C.bool
		C.hotforge_value_get_bool(value, &out)
		return bool(out), nil
	case C.HOTFORGE_INT:
		var out C.int64_t
		C.hotforge_value_get_int(value, &out)
		return int64(out), nil
	case C.HOTFORGE_FLOAT:
		var out C.double
		C.hotforge_value_get_float(value, &out)
		return float64(out), nil
	case C.HOTFORGE_COMPLEX:
		var re, im C.double
		C.hotforge_value_get_complex(value, &re, &im)
		return complex(float64(re), float64(im)), nil
	case C.HOTFORGE_STRING:
		return readText(C.hotforge_value_get_string(value, &length), length), nil
	case C.HOTFORGE_BYTES:
		data := C.hotforge_value_get_bytes(value, &length)
		return C.GoBytes(unsafe.Pointer(data), C.int(length)), nil
	case C.HOTFORGE_LIST, C.HOTFORGE_SET, C.HOTFORGE_FROZENSET:
		return readItems(value, count())
	case C.HOTFORGE_TUPLE:
		items, err := readItems(value, count())
		return Tuple(items), err
	case C.HOTFORGE_DICT:
		entries := make(Dict, count())
		for index := range entries {
			key, err := read(C.hotforge_value_key(value, C.size_t(index)))
			if err != nil {
				return nil, err
			}
			item, err := read(C.hotforge_value_item(value, C.size_t(index)))
			if err != nil {
				return nil, err
			}
			entries[index] = Entry{key, item}
		}
		return entries, nil
	case C.HOTFORGE_RECORD, C.HOTFORGE_NAMED_TUPLE:
		items, err := readItems(value, count())
		names := make([]string, len(items))
		for index := range names {
			names[index] = readText(C.hotforge_value_field_name(value, C.size_t(index), &length), length)
		}
		class := readText(C.hotforge_value_class(value, &length), length)
		isTuple := C.hotforge_value_kind(value) == C.HOTFORGE_NAMED_TUPLE
		return Record{Class: class, Names: names, Fields: items, IsTuple: isTuple}, err
	case C.HOTFORGE_ARRAY, C.HOTFORGE_SCALAR:
		return readArray(value), nil
	default:
		return nil, &Error{Type: "TypeError", Message: "the predictor gave what these bindings do not read"}
	}
}

func readItems(value *C.hotforge_value, count int) ([]any, error) {
	items := make([]any, count)
	for index := range items {
		item, err := read(C.hotforge_value_item(value, C.size_t(index)))
		if err != nil {
			return nil, err
		}
		items[index] = item
	}
	return items, nil
}

// A copy of the elements in C order.
func readArray(value *C.hotforge_value) Array {
	var found C.hotforge_array
	C.hotforge_value_get_array(value, &found)
	sizes := map[uint32]int64{1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 2, 8: 4, 9: 8, 10: 2, 11: 4, 12: 8, 13: 8, 14: 16}
	result := Array{DType: uint32(found.dtype), Shape: make([]int64, int(found.ndim))}
	size, strides := sizes[result.DType], make([]int64, len(result.Shape))
	total := int64(1)
	for axis := range result.Shape {
		result.Shape[axis] = int64(unsafe.Slice(found.shape, len(result.Shape))[axis])
		strides[axis] = int64(unsafe.Slice(found.strides, len(result.Shape))[axis])
		total *= result.Shape[axis]
	}
	result.Data = make([]byte, 0, total*size)
	index := make([]int64, len(result.Shape))
	for done := int64(0); done < total; done++ {
		offset := int64(0)
		for axis := range index {
			offset += index[axis] * strides[axis]
		}
		element := unsafe.Slice((*byte)(unsafe.Add(found.data, offset)), size)
		result.Data = append(result.Data, element...)
		for axis := len(index) - 1; axis >= 0; axis-- {
			index[axis]++
			if index[axis] < result.Shape[axis] {
				break
			}
			index[axis] = 0
		}
	}
	return result
}

func other(given any) error {
	return &Error{Type: "TypeError", Message: fmt.Sprintf("the predictor gave %T: write these bindings anew", given)}
}
