"""JSON <-> the SDK's models, by the maps that the models carry. It knows shapes, not what they mean.

The SDK's own reader and writer, msrest, does the same at twenty times the price: half a turn's time went there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from botbuilder import schema
from botbuilder.schema import Activity
from msrest.serialization import Model

Reader = Callable[[Any], Any]
PLAIN = frozenset({str, dict, bool, int})  # what is in JSON as it is; objects of ours hold no models


class WrongShape(Exception):
    """A value is not of the kind that its field has."""


def read(model: Any, raw: Any) -> Any:
    """The model for a JSON object; what its map does not name goes to `additional_properties`. Raises WrongShape."""
    if type(raw) is not dict:
        raise WrongShape(f"{model.__name__} is no object")
    fields, made = _fields(model), model.__new__(model)
    values = vars(made)
    values.update(_blank(model))
    more = values["additional_properties"] = {}
    for key, value in raw.items():
        field = fields.get(key)
        if field is None:
            more[key] = value
        elif value is not None:
            values[field[0]] = field[1](value)
    return made


def written(value: Any) -> Any:
    """What a model, or anything inside of it, is as JSON; fields that are None are left out."""
    if isinstance(value, Model):
        model: Any = type(value)
        keys, found = _keys(model), dict(value.additional_properties or {})
        for name, inner in vars(value).items():
            if inner is not None and name in keys:
                found[keys[name]] = inner if type(inner) in PLAIN else written(inner)
        return found
    if isinstance(value, list):
        return [written(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


class Outgoing(Activity):  # type: ignore[misc]
    """An activity that was made for one message: the SDK, which copies what it sends, need not copy this one."""

    def __deepcopy__(self, _: Any) -> Outgoing:
        return self


@cache
def _blank(model: Any) -> dict[str, Any]:
    """The attributes of one that nothing is known of."""
    return dict(vars(model()))


@cache
def _fields(model: Any) -> dict[str, tuple[str, Reader]]:
    """By the name in JSON: the attribute, and who reads its value."""
    return {spec["key"]: (name, _reader(spec["type"])) for name, spec in model._attribute_map.items() if spec["key"]}


@cache
def _keys(model: Any) -> dict[str, str]:
    """By the attribute: the name in JSON."""
    return {name: spec["key"] for name, spec in model._attribute_map.items() if spec["key"]}


def _reader(kind: str) -> Reader:
    if kind.startswith("["):
        return _list_of(_reader(kind[1:-1]))
    if kind.startswith("{"):
        return _exactly(dict)
    return READERS.get(kind) or _one_of(getattr(schema, kind))


def _one_of(model: Any) -> Reader:
    return lambda value: read(model, value)


def _list_of(reader: Reader) -> Reader:
    def all_of(value: Any) -> Any:
        if not isinstance(value, list):
            raise WrongShape("no list")
        return [reader(one) for one in value]

    return all_of


def _exactly(kind: type) -> Reader:
    def same(value: Any) -> Any:
        if type(value) is not kind:
            raise WrongShape(f"{type(value).__name__} where {kind.__name__} belongs")
        return value

    return same


def _moment(value: Any) -> datetime:
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (TypeError, ValueError, OverflowError) as error:
        raise WrongShape("no moment") from error


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongShape("no number")
    return value


READERS: Mapping[str, Reader] = {
    "str": str,  # as msrest does; what must be text is checked before (see inbound)
    "bool": _exactly(bool),
    "int": _number,
    "float": _number,
    "iso-8601": _moment,
    "object": lambda value: value,
}
