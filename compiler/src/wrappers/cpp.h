// Written by `hotforge bindings cpp`: do not change it, write it anew.
//
// C++17 on hotforge.h. Link with the library, or load it before. What a predictor raises is thrown as hotforge::Error.

#pragma once

#include <complex>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hotforge.h"

#ifndef HOTFORGE_CPP
#define HOTFORGE_CPP

namespace hotforge {

/// A Python exception: its class, its message, and its traceback as Python prints it.
class Error : public std::runtime_error {
public:
    Error(std::string type, const std::string &message, std::string traceback)
        : std::runtime_error(message), type(std::move(type)), traceback(std::move(traceback)) {}

    std::string type, traceback;

    /// The last failure in this thread.
    static Error last() {
        const hotforge_error *error = hotforge_last_error();
        if (error == nullptr) return Error("SystemError", "the library gave no reason", "");
        return Error(error->type, std::string(error->message, error->message_length), error->traceback);
    }
};

inline void check(bool succeeded) {
    if (!succeeded) throw Error::last();
}

/// A value of the library's, freed with this object.
class Value {
public:
    explicit Value(hotforge_value *pointer) : pointer_(pointer) { check(pointer != nullptr); }
    Value(Value &&other) noexcept : pointer_(std::exchange(other.pointer_, nullptr)) {}
    Value &operator=(Value &&other) noexcept {
        std::swap(pointer_, other.pointer_);
        return *this;
    }
    ~Value() { hotforge_value_free(pointer_); }

    const hotforge_value *get() const { return pointer_; }
    hotforge_value *release() { return std::exchange(pointer_, nullptr); }
    hotforge_kind kind() const { return hotforge_value_kind(pointer_); }

private:
    hotforge_value *pointer_;
};

/// An array of a result: `data`, `shape` and `strides` live as long as this object.
class Array {
public:
    explicit Array(Value value) : value_(std::move(value)) { check(hotforge_value_get_array(value_.get(), &array_)); }

    hotforge_dtype dtype() const { return static_cast<hotforge_dtype>(array_.dtype); }
    std::vector<std::int64_t> shape() const { return {array_.shape, array_.shape + array_.ndim}; }
    std::vector<std::int64_t> strides() const { return {array_.strides, array_.strides + array_.ndim}; }
    /// The first element; those of another dtype must not be read as T.
    template <typename T> const T *data() const { return static_cast<const T *>(array_.data); }
    const Value &value() const { return value_; }

private:
    Value value_;
    hotforge_array array_;
};

/// The items of a predictor that yields.
class Stream {
public:
    explicit Stream(Value value) : value_(std::move(value)) {}

    /// The next item; nothing at the end.
    std::optional<Value> next() {
        hotforge_value *item = nullptr;
        check(hotforge_stream_next(value_.get(), &item));
        if (item == nullptr) return std::nullopt;
        return Value(item);
    }

private:
    Value value_;
};

inline Value make(std::nullptr_t) { return Value(hotforge_value_new_null()); }
inline Value make(bool value) { return Value(hotforge_value_new_bool(value)); }
inline Value make(std::int64_t value) { return Value(hotforge_value_new_int(value)); }
inline Value make(double value) { return Value(hotforge_value_new_float(value)); }
inline Value make(const std::string &text) { return Value(hotforge_value_new_string(text.data(), text.size())); }
inline Value make(std::complex<double> value) { return Value(hotforge_value_new_complex(value.real(), value.imag())); }
inline Value make(Value value) { return value; }
inline Value make_bytes(const std::string &bytes) {
    return Value(hotforge_value_new_bytes(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
}

template <typename T> Value make(const std::vector<T> &items) {
    Value list(hotforge_value_new_list());
    hotforge_value *pointer = list.release();
    Value owner(pointer);
    for (const auto &item : items) check(hotforge_value_append(pointer, make(static_cast<T>(item)).release()));
    return owner;
}

/// An array of a shape with a copy of the elements.
inline Value make_array(hotforge_dtype dtype, const std::vector<std::int64_t> &shape, const void *data) {
    hotforge_array array{static_cast<std::uint32_t>(dtype), shape.size(), shape.data(), nullptr, const_cast<void *>(data), false};
    return Value(hotforge_value_new_array(&array, nullptr, nullptr));
}

template <typename T> T read(const hotforge_value *value);

template <> inline bool read<bool>(const hotforge_value *value) {
    bool out;
    check(hotforge_value_get_bool(value, &out));
    return out;
}
template <> inline std::int64_t read<std::int64_t>(const hotforge_value *value) {
    std::int64_t out;
    check(hotforge_value_get_int(value, &out));
    return out;
}
template <> inline double read<double>(const hotforge_value *value) {
    double out;
    check(hotforge_value_get_float(value, &out));
    return out;
}
template <> inline std::string read<std::string>(const hotforge_value *value) {
    std::size_t length;
    const char *text = hotforge_value_get_string(value, &length);
    check(text != nullptr);
    return std::string(text, length);
}
inline std::string read_bytes(const hotforge_value *value) {
    std::size_t length;
    const std::uint8_t *bytes = hotforge_value_get_bytes(value, &length);
    check(bytes != nullptr);
    return std::string(reinterpret_cast<const char *>(bytes), length);
}
template <typename T> std::vector<T> read_list(const hotforge_value *value) {
    std::vector<T> items;
    const std::size_t length = hotforge_value_length(value);
    items.reserve(length);
    for (std::size_t index = 0; index < length; ++index) items.push_back(read<T>(hotforge_value_item(value, index)));
    return items;
}

/// The arguments of a call, by name.
class Arguments {
public:
    void add(const char *name, Value value) {
        names_.push_back(name);
        values_.push_back(std::move(value));
    }

    Value call(const char *predictor) const {
        std::vector<const hotforge_value *> values;
        for (const Value &value : values_) values.push_back(value.get());
        return Value(hotforge_call(predictor, values.data(), names_.data(), values.size()));
    }

private:
    std::vector<const char *> names_;
    std::vector<Value> values_;
};

} // namespace hotforge

#endif
