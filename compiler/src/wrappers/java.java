// Written by `hotforge bindings java`: do not change it, write it anew.
//
// On hotforge.h, by JNA (net.java.dev.jna:jna 5).

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The predictors of a bundle. Any number of threads may call them at the same time. */
public final class CLASS {
    private final Api api;

    /** Loads the library of the bundle: the file that its manifest names. */
    public CLASS(String library) {
        api = Native.load(library, Api.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        if (api.hotforge_abi_version() != 1) throw new IllegalStateException(library + " is of another version: write these bindings anew");
    }

    /** A Python exception: its class, its message, and its traceback as Python prints it. */
    public static final class PredictorException extends RuntimeException {
        public final String type, traceback;

        PredictorException(String type, String message, String traceback) {
            super(message);
            this.type = type;
            this.traceback = traceback;
        }
    }

    /** A tuple. */
    public record Tuple(List<Object> items) {}

    /** An object with named fields, or a named tuple. */
    public record Fields(String type, Map<String, Object> fields, boolean isTuple) {}

    /** An array of numpy in C order: its elements as they lie in memory. `dtype` is a hotforge_dtype. */
    public record NDArray(int dtype, long[] shape, ByteBuffer data) {
        /** An array of float64. */
        public static NDArray of(double[] elements, long... shape) {
            ByteBuffer data = ByteBuffer.allocateDirect(elements.length * 8).order(ByteOrder.nativeOrder());
            data.asDoubleBuffer().put(elements);
            return new NDArray(12, shape, data);
        }

        /** An array of float32. */
        public static NDArray of(float[] elements, long... shape) {
            ByteBuffer data = ByteBuffer.allocateDirect(elements.length * 4).order(ByteOrder.nativeOrder());
            data.asFloatBuffer().put(elements);
            return new NDArray(11, shape, data);
        }

        /** An array of int64. */
        public static NDArray of(long[] elements, long... shape) {
            ByteBuffer data = ByteBuffer.allocateDirect(elements.length * 8).order(ByteOrder.nativeOrder());
            data.asLongBuffer().put(elements);
            return new NDArray(5, shape, data);
        }
    }

    /** The items of a predictor that yields. Close it where it is not read to its end. */
    public final class Stream implements Iterator<Object>, AutoCloseable {
        private Pointer value;
        private Object next;
        private boolean isRead;

        private Stream(Pointer value) {
            this.value = value;
        }

        @Override
        public boolean hasNext() {
            if (isRead || value == null) return isRead;
            PointerByReference item = new PointerByReference();
            if (api.hotforge_stream_next(value, item) == 0) {
                PredictorException error = lastError();
                close();
                throw error;
            }
            if (item.getValue() == null) {
                close();
                return false;
            }
            try {
                next = read(item.getValue());
            } finally {
                api.hotforge_value_free(item.getValue());
            }
            return isRead = true;
        }

        @Override
        public Object next() {
            if (!hasNext()) throw new NoSuchElementException();
            isRead = false;
            return next;
        }

        @Override
        public void close() {
            api.hotforge_value_free(value);
            value = null;
        }
    }

    private PredictorException lastError() {
        Pointer error = api.hotforge_last_error();
        if (error == null) return new PredictorException("SystemError", "the library gave no reason", "");
        int size = Native.POINTER_SIZE;
        String type = error.getPointer(0).getString(0, "UTF-8");
        byte[] message = error.getPointer(size).getByteArray(0, Math.toIntExact(error.getNativeLong(2L * size).longValue()));
        return new PredictorException(type, new String(message, StandardCharsets.UTF_8), error.getPointer(3L * size).getString(0, "UTF-8"));
    }

    private Pointer checked(Pointer value) {
        if (value == null) throw lastError();
        return value;
    }

    private Pointer call(String predictor, Map<String, Object> arguments) {
        Pointer[] values = new Pointer[arguments.size()];
        String[] names = arguments.keySet().toArray(new String[0]);
        int made = 0;
        try {
            for (Object argument : arguments.values()) values[made++] = make(argument);
            // JNA takes no empty arrays.
            if (values.length == 0) return checked(api.hotforge_call(predictor, null, null, 0));
            return checked(api.hotforge_call(predictor, values, new com.sun.jna.StringArray(names, "UTF-8"), values.length));
        } finally {
            for (Pointer value : values) api.hotforge_value_free(value);
        }
    }

    private Pointer make(Object given) {
        if (given == null) return checked(api.hotforge_value_new_null());
        if (given instanceof Boolean value) return checked(api.hotforge_value_new_bool((byte) (value ? 1 : 0)));
        if (given instanceof Integer || given instanceof Long) return checked(api.hotforge_value_new_int(((Number) given).longValue()));
        if (given instanceof Double || given instanceof Float) return checked(api.hotforge_value_new_float(((Number) given).doubleValue()));
        if (given instanceof String text) {
            byte[] data = text.getBytes(StandardCharsets.UTF_8);
            return checked(api.hotforge_value_new_string(data, data.length));
        }
        if (given instanceof byte[] data) return checked(api.hotforge_value_new_bytes(data, data.length));
        if (given instanceof Tuple tuple) return filled(api.hotforge_value_new_tuple(), tuple.items());
        if (given instanceof Set<?> items) return filled(api.hotforge_value_new_set(), items);
        if (given instanceof Iterable<?> items) return filled(api.hotforge_value_new_list(), items);
        if (given instanceof Map<?, ?> entries) return dict(entries);
        if (given instanceof Fields object) return object(object);
        if (given instanceof NDArray array) return array(array);
        throw new PredictorException("TypeError", "a predictor takes no " + given.getClass().getName(), "");
    }

    private Pointer filled(Pointer container, Iterable<?> items) {
        try {
            for (Object item : items) api.hotforge_value_append(container, make(item));
        } catch (RuntimeException error) {
            api.hotforge_value_free(container);
            throw error;
        }
        return container;
    }

    private Pointer dict(Map<?, ?> entries) {
        Pointer container = api.hotforge_value_new_dict(), key = null;
        try {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                key = make(entry.getKey());
                Pointer item = make(entry.getValue()), given = key;
                key = null;
                api.hotforge_value_insert(container, given, item);
            }
        } catch (RuntimeException error) {
            api.hotforge_value_free(key);
            api.hotforge_value_free(container);
            throw error;
        }
        return container;
    }

    private Pointer object(Fields object) {
        byte[] type = object.type().getBytes(StandardCharsets.UTF_8);
        Pointer container = object.isTuple() ? api.hotforge_value_new_named_tuple(type, type.length) : api.hotforge_value_new_record(type, type.length);
        try {
            for (Map.Entry<String, Object> field : object.fields().entrySet()) {
                byte[] name = field.getKey().getBytes(StandardCharsets.UTF_8);
                api.hotforge_value_set_field(container, name, name.length, make(field.getValue()));
            }
        } catch (RuntimeException error) {
            api.hotforge_value_free(container);
            throw error;
        }
        return container;
    }

    private Pointer array(NDArray given) {
        long size = sizeOf(given.dtype());
        for (long length : given.shape()) size *= length;
        if (size != given.data().capacity() || !given.data().isDirect())
            throw new PredictorException("ValueError", "an array needs a direct buffer with as many elements as its shape has", "");
        RawArray raw = new RawArray();
        raw.dtype = given.dtype();
        raw.ndim = given.shape().length;
        com.sun.jna.Memory shape = new com.sun.jna.Memory(8L * given.shape().length + 8);
        shape.write(0, given.shape(), 0, given.shape().length);
        raw.shape = shape;
        raw.data = size == 0 ? shape : Native.getDirectBufferPointer(given.data());
        // The elements are copied at once.
        return checked(api.hotforge_value_new_array(raw, null, null));
    }

    private static int sizeOf(int dtype) {
        return switch (dtype) {
            case 1, 2, 6 -> 1;
            case 3, 7, 10 -> 2;
            case 4, 8, 11 -> 4;
            case 5, 9, 12, 13 -> 8;
            case 14 -> 16;
            default -> throw new PredictorException("TypeError", "there is no dtype " + dtype, "");
        };
    }

    private Object read(Pointer value) {
        LongByReference length = new LongByReference();
        switch (api.hotforge_value_kind(value)) {
            case 0:
                return null;
            case 1:
                com.sun.jna.ptr.ByteByReference truth = new com.sun.jna.ptr.ByteByReference();
                api.hotforge_value_get_bool(value, truth);
                return truth.getValue() != 0;
            case 2:
                api.hotforge_value_get_int(value, length);
                return length.getValue();
            case 3:
                DoubleByReference number = new DoubleByReference();
                api.hotforge_value_get_float(value, number);
                return number.getValue();
            case 4:
                return text(api.hotforge_value_get_string(value, length), length);
            case 5:
                return bytes(api.hotforge_value_get_bytes(value, length), length);
            case 6:
                return items(value);
            case 7:
                return new Tuple(items(value));
            case 8, 9:
                return new LinkedHashSet<>(items(value));
            case 10:
                Map<Object, Object> entries = new LinkedHashMap<>();
                for (long index = 0; index < api.hotforge_value_length(value); index++)
                    entries.put(read(api.hotforge_value_key(value, index)), read(api.hotforge_value_item(value, index)));
                return entries;
            case 11, 15:
                Map<String, Object> fields = new LinkedHashMap<>();
                for (long index = 0; index < api.hotforge_value_length(value); index++) {
                    String name = text(api.hotforge_value_field_name(value, index, length), length);
                    fields.put(name, read(api.hotforge_value_item(value, index)));
                }
                return new Fields(text(api.hotforge_value_class(value, length), length), fields, api.hotforge_value_kind(value) == 15);
            case 12, 13:
                return readArray(value);
            default:
                throw new PredictorException("TypeError", "the predictor gave what these bindings do not read", "");
        }
    }

    private List<Object> items(Pointer value) {
        List<Object> items = new ArrayList<>();
        for (long index = 0; index < api.hotforge_value_length(value); index++) items.add(read(api.hotforge_value_item(value, index)));
        return items;
    }

    private static byte[] bytes(Pointer data, LongByReference length) {
        return length.getValue() == 0 ? new byte[0] : data.getByteArray(0, Math.toIntExact(length.getValue()));
    }

    private static String text(Pointer data, LongByReference length) {
        return new String(bytes(data, length), StandardCharsets.UTF_8);
    }

    /** A copy of the elements in C order. */
    private NDArray readArray(Pointer value) {
        RawArray found = new RawArray();
        api.hotforge_value_get_array(value, found);
        int axes = Math.toIntExact(found.ndim), size = sizeOf(found.dtype);
        long[] shape = axes == 0 ? new long[0] : found.shape.getLongArray(0, axes), index = new long[axes];
        long[] strides = axes == 0 ? new long[0] : found.strides.getLongArray(0, axes);
        long total = 1;
        for (long axis : shape) total *= axis;
        ByteBuffer data = ByteBuffer.allocateDirect(Math.toIntExact(total * size)).order(ByteOrder.nativeOrder());
        for (long done = 0; done < total; done++) {
            long offset = 0;
            for (int axis = 0; axis < axes; axis++) offset += index[axis] * strides[axis];
            data.put(found.data.getByteArray(offset, size));
            for (int axis = axes - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) index[axis] = 0;
        }
        return new NDArray(found.dtype, shape, data.flip().order(ByteOrder.nativeOrder()));
    }

    /** `hotforge_array` */
    @Structure.FieldOrder({"dtype", "ndim", "shape", "strides", "data", "writable"})
    public static final class RawArray extends Structure {
        public int dtype;
        public long ndim;
        public Pointer shape, strides, data;
        public byte writable;
    }

    /** The functions of hotforge.h that are used. A `bool` of C is a byte here: a `boolean` would be passed as an int. */
    private interface Api extends Library {
        int hotforge_abi_version();
        Pointer hotforge_call(String predictor, Pointer[] arguments, com.sun.jna.StringArray names, long count);
        Pointer hotforge_last_error();
        byte hotforge_stream_next(Pointer stream, PointerByReference item);
        int hotforge_value_kind(Pointer value);
        void hotforge_value_free(Pointer value);
        Pointer hotforge_value_new_null();
        Pointer hotforge_value_new_bool(byte value);
        Pointer hotforge_value_new_int(long value);
        Pointer hotforge_value_new_float(double value);
        Pointer hotforge_value_new_string(byte[] data, long length);
        Pointer hotforge_value_new_bytes(byte[] data, long length);
        Pointer hotforge_value_new_list();
        Pointer hotforge_value_new_tuple();
        Pointer hotforge_value_new_set();
        Pointer hotforge_value_new_dict();
        Pointer hotforge_value_new_record(byte[] name, long length);
        Pointer hotforge_value_new_named_tuple(byte[] name, long length);
        Pointer hotforge_value_new_array(RawArray array, Pointer release, Pointer context);
        byte hotforge_value_append(Pointer container, Pointer item);
        byte hotforge_value_insert(Pointer dict, Pointer key, Pointer item);
        byte hotforge_value_set_field(Pointer record, byte[] name, long length, Pointer item);
        byte hotforge_value_get_bool(Pointer value, com.sun.jna.ptr.ByteByReference out);
        byte hotforge_value_get_int(Pointer value, LongByReference out);
        byte hotforge_value_get_float(Pointer value, DoubleByReference out);
        Pointer hotforge_value_get_string(Pointer value, LongByReference length);
        Pointer hotforge_value_get_bytes(Pointer value, LongByReference length);
        long hotforge_value_length(Pointer container);
        Pointer hotforge_value_item(Pointer container, long index);
        Pointer hotforge_value_key(Pointer dict, long index);
        Pointer hotforge_value_class(Pointer record, LongByReference length);
        Pointer hotforge_value_field_name(Pointer record, long index, LongByReference length);
        byte hotforge_value_get_array(Pointer value, RawArray out);
    }
