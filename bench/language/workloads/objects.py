"""Work on objects: attributes, methods, links between them."""

import heapq
from dataclasses import dataclass

from hotforge import compile


@dataclass
class Body:
    x: float
    y: float
    z: float
    vx: float
    vy: float
    vz: float
    mass: float


@compile()
def planets(steps: int) -> float:
    """The energy of five planets after that many steps."""
    bodies = [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
        Body(4.84, -1.16, -0.1, 0.6, 2.81, -0.02, 0.037),
        Body(8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011),
        Body(12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017),
        Body(15.37, -25.9, 0.17, 0.97, 0.59, -0.03, 0.002),
    ]
    for _ in range(steps):
        _advance(bodies, 0.01)
    return _energy(bodies)


def _advance(bodies: list[Body], dt: float) -> None:
    for place, body in enumerate(bodies):
        for other in bodies[place + 1 :]:
            dx = body.x - other.x
            dy = body.y - other.y
            dz = body.z - other.z
            distance = (dx * dx + dy * dy + dz * dz) ** 0.5
            force = dt / (distance * distance * distance)
            body.vx -= dx * other.mass * force
            body.vy -= dy * other.mass * force
            body.vz -= dz * other.mass * force
            other.vx += dx * body.mass * force
            other.vy += dy * body.mass * force
            other.vz += dz * body.mass * force
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def _energy(bodies: list[Body]) -> float:
    energy = 0.0
    for place, body in enumerate(bodies):
        energy += 0.5 * body.mass * (body.vx**2 + body.vy**2 + body.vz**2)
        for other in bodies[place + 1 :]:
            dx, dy, dz = body.x - other.x, body.y - other.y, body.z - other.z
            energy -= body.mass * other.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return energy


class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: "Node | None" = None
        self.right: "Node | None" = None


@compile()
def search_tree(keys: list[int]) -> list[int]:
    """Keys in order, by a binary search tree; and its height."""
    root = Node(keys[0])
    for key in keys[1:]:
        _insert(root, key)
    ordered: list[int] = []
    _walk(root, ordered)
    ordered.append(_height(root))
    return ordered


def _insert(node: Node, key: int) -> None:
    while key != node.key:
        if key < node.key:
            if node.left is None:
                node.left = Node(key)
                return
            node = node.left
        else:
            if node.right is None:
                node.right = Node(key)
                return
            node = node.right


def _walk(node: Node | None, ordered: list[int]) -> None:
    if node is not None:
        _walk(node.left, ordered)
        ordered.append(node.key)
        _walk(node.right, ordered)


def _height(node: Node | None) -> int:
    if node is None:
        return 0
    return 1 + max(_height(node.left), _height(node.right))


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.history: list[int] = []

    def deposit(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(amount)

    def withdraw(self, amount: int) -> bool:
        if amount > self.balance:
            return False
        self.balance -= amount
        self.history.append(-amount)
        return True


@compile()
def bank(rounds: int) -> int:
    """What is left in the accounts after that many payments."""
    accounts = [Account(1000) for _ in range(10)]
    refused = 0
    for number in range(rounds):
        giver, taker = accounts[number * 7 % 10], accounts[number * 3 % 10]
        if giver.withdraw(number % 300):
            try:
                taker.deposit(number % 300)
            except ValueError:
                refused += 1
        else:
            refused += 1
    return sum(account.balance for account in accounts) - refused


@dataclass(order=True)
class Task:
    priority: int
    cost: int


@compile()
def schedule(count: int) -> int:
    """Tasks taken from a heap, each putting back a cheaper one."""
    heap = [Task(number * 7919 % 1009, number % 17) for number in range(count)]
    heapq.heapify(heap)
    total = 0
    while heap:
        task = heapq.heappop(heap)
        total += task.priority * task.cost
        if task.cost > 8:
            heapq.heappush(heap, Task(task.priority + 1, task.cost - 8))
    return total


ARGUMENTS = {
    "planets": (1_000,),
    "search_tree": ([number * 7919 % 20_011 for number in range(10_000)],),
    "bank": (60_000,),
    "schedule": (4_000,),
}
