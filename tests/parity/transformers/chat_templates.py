"""Conversations as the text that a model was trained on: Jinja as transformers sets it up, in the styles of known models."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from transformers import PreTrainedTokenizerFast

from hotforge import compile

FILE = str(Path(__file__).parents[3] / "models" / "bge-small-en" / "tokenizer.json")
special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]", "bos_token": "[CLS]", "eos_token": "[SEP]"}

MARKED = """\
{% for message in messages %}
    {%- if loop.first and message['role'] != 'system' %}
        {{- '<|im_start|>system\\nYou are helpful.<|im_end|>\\n' }}
    {%- endif %}
    {{- '<|im_start|>' + message.role + '\\n' + message['content'] | trim + '<|im_end|>' + '\\n' }}
{%- endfor %}
{% if add_generation_prompt %}
{{ '<|im_start|>assistant\\n' }}
{% endif %}
"""

STRICT = """\
{{ bos_token }}{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system = messages[0]['content'] %}{% else %}{% set loop_messages = messages %}{% set system = none %}{% endif %}
{% for message in loop_messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate: ' ~ message['role']) }}{% endif %}
{% if loop.first and system is not none %}{% set content = '<<SYS>>\\n' + system.strip() + '\\n<</SYS>>\\n\\n' + message['content'] %}{% else %}{% set content = message['content'] %}{% endif %}
{% if message['role'] == 'user' %}{{ '[INST] ' + content.strip() + ' [/INST]' }}{% else %}{% generation %}{{ ' ' + content.strip() + ' ' + eos_token }}{% endgeneration %}{% endif %}{% endfor %}"""

RICH = """\
{%- macro shown(value, depth=0) -%}
    {{- ' ' * depth ~ (value | tojson) -}}
{%- endmacro -%}
{%- set ns = namespace(count=0, last=none) %}
{%- for message in messages -%}
    {%- if message.content is string -%}
        {%- set parts = message.content.split('\\n') -%}
    {%- else -%}
        {%- set parts = [] -%}
    {%- endif -%}
    {%- if message.role not in ['user', 'assistant', 'system'] -%}
        {%- continue -%}
    {%- endif -%}
    {%- set ns.count = ns.count + 1 %}
    {%- set ns.last = message.role %}
{{ loop.index }}/{{ messages | length }} {{ message.role | upper }} {{ parts }} {{ message.get('name', 'nobody') }} {{ message.get('none') }}
{{ shown(message, 2) }}
{%- for key, value in message.items() | list %}
  - {{ key }}: {{ value | string | replace('a', 'A') }} {{ value.startswith('h') }} {{ value.upper().title() }}
{%- endfor %}
{%- endfor %}
total={{ ns.count }} last={{ ns.last }} tools={{ tools }} {{ undefined_name }}|{{ true }} {{ none }} {{ 1.0 }} {{ [1, 'x', none, 2.5] }} {{ {'k': 'v'} }}
{{ messages | map(attribute='role') | join(', ') }} {{ messages | selectattr('role', 'equalto', 'user') | list | length }}
{{ {'b': 1, 'a': [true, none, 1.5, 'ü"']} | tojson(indent=2) }} {{ messages[-1]['content'][::-1] }} {{ messages[0] == messages[-1] }}
"""

REASONING = "{% for m in messages %}{{ m.role }}:{{ m.reasoning_content | default('-') }}/{{ m.thinking | default('-') }}/{{ m.content }};{% endfor %}"

marked = PreTrainedTokenizerFast(tokenizer_file=FILE, **special)
marked.chat_template = MARKED
strict = PreTrainedTokenizerFast(tokenizer_file=FILE, **special)
strict.chat_template = STRICT
rich = PreTrainedTokenizerFast(tokenizer_file=FILE, **special)
rich.chat_template = RICH
reasoning = PreTrainedTokenizerFast(tokenizer_file=FILE, **special)
reasoning.chat_template = REASONING
plain = PreTrainedTokenizerFast(tokenizer_file=FILE, **special)


@compile()
def text(messages: list[dict[str, str]], prompt: bool) -> tuple[str, str]:
    return (
        marked.apply_chat_template(messages, tokenize=False, add_generation_prompt=prompt),
        marked.apply_chat_template(messages, tokenize=False),
    )


@compile()
def alternating(messages: list[dict[str, str]]) -> str:
    return strict.apply_chat_template(messages, tokenize=False)


@compile()
def shown(messages: list[dict[str, str]]) -> str:
    return rich.apply_chat_template(messages, tokenize=False)


@compile()
def with_reasoning(messages: list[dict[str, str | None]]) -> str:
    return reasoning.apply_chat_template(messages, tokenize=False)


@compile()
def tokens(messages: list[dict[str, str]], prompt: bool) -> tuple[list[int], dict[str, list[int]], npt.NDArray[np.int64]]:
    ids = marked.apply_chat_template(messages, add_generation_prompt=prompt, return_dict=False)
    encoded = marked.apply_chat_template(messages, add_generation_prompt=prompt, truncation=True, max_length=9)
    array = marked.apply_chat_template(messages, return_tensors="np")
    return ids, dict(encoded), array.input_ids


@compile()
def continued(messages: list[dict[str, str]], prompt: bool) -> str:
    return marked.apply_chat_template(messages, tokenize=False, continue_final_message=True, add_generation_prompt=prompt)


@compile()
def given(messages: list[dict[str, str]], template: str | None) -> str:
    return plain.apply_chat_template(messages, chat_template=template, tokenize=False)


@compile()
def with_tools(messages: list[dict[str, str]], tools: list[dict[str, str | int]]) -> str:
    return plain.apply_chat_template(
        messages, tools=tools, chat_template="{% for t in tools %}{{ t | tojson }}\n{% endfor %}{{ documents is none }}", tokenize=False
    )


USER = {"role": "user", "content": "  hello, <world> & 'you'\nsecond line  "}
ASSISTANT = {"role": "assistant", "content": "Ümläut 日本 \"quoted\" \\ back"}
SYSTEM = {"role": "system", "content": " be brief "}
CHATS = [[USER], [SYSTEM, USER], [USER, ASSISTANT, USER], [SYSTEM, USER, ASSISTANT], [ASSISTANT, USER], []]

CASES = {
    "text": [(chat, prompt) for chat in CHATS for prompt in [True, False]],
    "alternating": [(chat,) for chat in CHATS],
    "shown": [(chat,) for chat in CHATS] + [([USER, {"role": "tool", "content": "skipped"}, {**USER, "name": "Ann"}],)],
    "with_reasoning": [
        ([USER, {"role": "assistant", "content": "x", "reasoning_content": "because"}],),
        ([{"role": "assistant", "content": None, "thinking": "hm"}],),
        ([{"role": "assistant", "content": "x", "reasoning": "r", "thinking": None}],),
    ],
    "tokens": [(chat, prompt) for chat in CHATS[:4] for prompt in [True, False]],
    "continued": [(chat, prompt) for chat in CHATS for prompt in [True, False]],
    "given": [
        ([USER], None),
        ([USER], "{{ messages[0].content }}"),
        ([USER], "{{ bos_token }}{% for m in messages %}{% if m.role == 'user' %}{% break %}{% endif %}{% endfor %}x"),
        ([USER], "{{ raise_exception('no: ' + messages[0].role) }}"),
    ],
    "with_tools": [([USER], [{"name": "f", "count": 1}, {"b": 2, "a": "é"}]), ([USER], [])],
}
