"""What of the interpreter is known without one."""

maxsize: Final = 9223372036854775807
maxunicode: Final = 1114111
byteorder: Final = "little"
