from hotforge import compile
from pydantic import BaseModel, Field


class Order(BaseModel):
    item: str = Field(min_length=1)
    count: int = Field(gt=0)


@compile()
def total(count: str = "3", price: float = 2.5) -> float:
    order = Order.model_validate({"item": "tea", "count": count})
    return order.count * price
