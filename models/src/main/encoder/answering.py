#!/usr/bin/env python3
"""Trains a sentence encoder to tell whether a passage states the answer to a question.

    answering.py PAIRS.jsonl MODEL.onnx TOKENIZER.json COUNT RESOURCE [FOUND.jsonl]

PAIRS.jsonl: answering/README.md. The encoder reads question and passage as one text, and its last COUNT layers are trained with a
linear head upon the mean of what they say. Every twelfth item is kept out, to print how well those are read. RESOURCE.layers
and RESOURCE.head are written, see README.md. With FOUND.jsonl, what talktrack.api.chat.AnsweringPairs prints, the encoder of RESOURCE learns further from
that, and from a few of the pairs lest it forget them. Needs what tune.py needs; an hour or two on two cores.
"""

import copy
import json
import random
import struct
import sys
import time
import zlib

import torch
import torch.nn.functional as F
from torch import nn

from tune import BATCH, DROPOUT, LABEL_SMOOTHING, LEARNING_RATE, PREFIX, Encoder, Learning, Tokenizer
from tune import batches, lower_states, padded, read_layers, shuffled_batches, write_layers

EPOCHS = 2
FURTHER_EPOCHS = 1.5
FURTHER_ITEMS = 100  # as many of PAIRS.jsonl's pairs as so many items have, beside FOUND.jsonl
FURTHER_RATES = (1e-4, 1e-4)  # lower, and the head's no higher, as both have learnt before
FURTHER_KEPT = 0.5  # of the weights before, so that what is new does not push out what was known
LONGEST = {"question": 40, "passage": 100}  # tokens
HELD_OUT = 12
STRANGE = 2  # questions of each item that are also shown with a passage of another company


class Pairs:
    """Question and passage in one row of tokens, each with 1 where the passage answers, else 0."""

    def __init__(self, items, tokenizer, prefix):
        self.tokenizer, self.prefix = tokenizer, prefix
        self.items = len(items)
        chance = random.Random(7)
        self.trained, self.held_out = [], []
        for item in items:
            strange = chance.choice(items)[chance.choice(["first", "second"])]
            held_out = zlib.crc32(item["first"].encode()) % HELD_OUT == 0
            (self.held_out if held_out else self.trained).extend(self.of(item, strange, chance))

    def learn_from(self, found):
        """What the index found for questions, instead of most of the pairs."""
        kept = random.sample(self.trained, min(len(self.trained), FURTHER_ITEMS * len(self.trained) // self.items))
        self.trained = kept + [(self.tokens(one["question"], one["passage"]), float(one["answers"])) for one in found]

    def of(self, item, strange, chance):
        asked = [
            (question, item[passage], float(answered == passage))
            for answered in ("first", "second", "neither")
            for question in item["answeredBy" + answered.capitalize()]
            for passage in ("first", "second")
        ]
        questions = list(dict.fromkeys(question for question, _, _ in asked))
        asked += [(question, strange, 0.0) for question in chance.sample(questions, STRANGE)]
        return [(self.tokens(question, passage), answers) for question, passage, answers in asked]

    def tokens(self, question, passage):
        between = "：" if self.prefix == "" else ": "
        first = self.tokenizer.tokens(self.prefix + question, LONGEST["question"])
        second = self.tokenizer.tokens(passage.replace("\n", between), LONGEST["passage"])
        return (*first, *second[1:])


class CrossEncoder(nn.Module):
    """The trained layers and the head: the log odds that the passage answers."""

    def __init__(self, layers, width):
        super().__init__()
        self.layers = layers
        self.head = nn.Linear(width, 1)

    def forward(self, states):
        batch, mask = padded(states)
        for layer in self.layers:
            batch = layer(batch, mask)
        mean = (batch * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        vectors = F.normalize(mean, dim=1) * mean.shape[1] ** 0.5  # numbers of size one
        return self.head(F.dropout(vectors, DROPOUT, self.training))[:, 0]

    def read_head(self, path):
        with open(path, "rb") as file:
            numbers = struct.unpack(f">{self.head.in_features + 1}f", file.read())
        with torch.no_grad():
            self.head.weight[0] = torch.tensor(numbers[:-1]) / self.head.in_features**0.5
            self.head.bias[0] = numbers[-1]

    def write_head(self, path):
        """For vectors of length 1: a weight for each number, then what is added; big-endian floats."""
        weights = self.head.weight.detach()[0] * self.head.in_features**0.5
        with open(path, "wb") as file:
            file.write(struct.pack(f">{len(weights) + 1}f", *weights.tolist(), self.head.bias.item()))


def right(reader, pairs, states):
    """Share of the pairs that are read rightly."""
    count = 0
    with torch.no_grad():
        for batch in batches(pairs, 64, lambda pair: len(pair[0])):
            odds = reader([states[tokens] for tokens, _ in batch])
            count += sum((one > 0) == (answers > 0) for one, (_, answers) in zip(odds.tolist(), batch))
    return count / len(pairs)


def loss(reader, batch, states):
    truth = torch.tensor([answers for _, answers in batch])
    smooth = truth * (1 - LABEL_SMOOTHING) + LABEL_SMOOTHING / 2
    return F.binary_cross_entropy_with_logits(reader([states[tokens] for tokens, _ in batch]), smooth)


def train(reader, pairs, states, epochs, rates):
    steps = round(epochs * -(-len(pairs.trained) // BATCH))
    learning = Learning([*reader.layers.parameters()], [*reader.head.parameters()], steps, rates)
    start = time.time()
    while learning.step < steps:
        reader.train()
        for batch in shuffled_batches(pairs.trained, lambda pair: len(pair[0])):
            if learning.step < steps:
                learning.learn(loss(reader, batch, states))
        reader.eval()
        share = right(reader, pairs.held_out, states)
        print(f"step {learning.step}, {time.time() - start:.0f} s: {share:.3f} of the held-out pairs right", flush=True)


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main(pairs_path, model_path, tokenizer_path, layer_count, resource, found_path=None):
    count = int(layer_count)
    torch.manual_seed(1)
    random.seed(1)
    encoder = Encoder(model_path).eval()
    reader = CrossEncoder(encoder.layers[-count:], encoder.width)
    items = read_lines(pairs_path)
    pairs = Pairs(items, Tokenizer(tokenizer_path), PREFIX[encoder.width])
    epochs, rates = EPOCHS, (LEARNING_RATE, 10 * LEARNING_RATE)
    if found_path:
        encoder.layers.load_state_dict(Encoder(read_layers(model_path, resource + ".layers")).layers.state_dict())
        reader.read_head(resource + ".head")
        pairs.learn_from(read_lines(found_path))
        epochs, rates = FURTHER_EPOCHS, FURTHER_RATES
    print(f"{len(items)} items, {len(pairs.trained)} pairs and {len(pairs.held_out)} held out", flush=True)
    before = copy.deepcopy(reader.state_dict())
    states = lower_states(encoder, {tokens for tokens, _ in pairs.trained + pairs.held_out}, count)
    train(reader, pairs, states, epochs, rates)
    if found_path:
        after = reader.state_dict()
        reader.load_state_dict({name: FURTHER_KEPT * before[name] + (1 - FURTHER_KEPT) * after[name] for name in after})
    write_layers(encoder, model_path, count, resource + ".layers")
    reader.write_head(resource + ".head")


if __name__ == "__main__":
    if len(sys.argv) not in (6, 7):
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
