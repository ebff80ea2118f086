"""Fields with other names."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from hotforge import compile


class Model(BaseModel):
    user_name: str = Field(alias="userName")
    age: Annotated[int, Field(alias="userAge", ge=0)] = 1
    plain: int = Field(3, validation_alias="given", serialization_alias="written")


class Both(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    user_name: str = Field("none", alias="userName")


@compile()
def load(text: str) -> str:
    return repr(Model.model_validate_json(text))


@compile()
def make(name: str) -> list[str]:
    made = Model(userName=name, userAge=3, given=4)
    return [repr(made), made.user_name, made.model_dump_json(), made.model_dump_json(by_alias=True), repr(made.model_dump(by_alias=True))]


@compile()
def both(text: str) -> str:
    return repr(Both.model_validate_json(text))


CASES = {
    "load": [('{"userName": "a", "userAge": 2, "given": 5}',), ('{"user_name": "a"}',), ('{"userName": 1, "userAge": -1, "plain": 9}',)],
    "make": [("a",)],
    "both": [('{"userName": "a"}',), ('{"user_name": "b"}',), ('{"userName": "a", "user_name": "b"}',), ('{"user_name": 5}',), ('{"userName": 5}',)],
}  # fmt: skip
