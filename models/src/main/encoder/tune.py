#!/usr/bin/env python3
"""Tunes the last layers of a sentence encoder to the labels of sales calls.

    tune.py LINES MODEL.onnx TOKENIZER.json UNSEEN.txt KEPT COUNT LAYERS

LINES is what talktrack.analysis.train.TuningLines prints. Industries named in UNSEEN.txt are kept out of the training;
how well the tuned encoder reads them is printed after every epoch. The first KEPT layers of the model are kept, the last COUNT of these
are tuned. LAYERS is written: what to change in MODEL.onnx, see README.md. Needs Debian's python3-torch, python3-onnx and
libopenblas0-pthread; half an hour on one core.
"""

import hashlib
import io
import json
import random
import re
import struct
import sys
import time
import unicodedata

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

EPOCHS = 3
BATCH = 32
LEARNING_RATE = 2e-4  # of the layers; the heads', which start from nothing, is ten times that
WARM_UP = 0.1
DROPOUT = 0.1
LABEL_SMOOTHING = 0.05
LONGEST = {"text": 96, "previous": 64}  # tokens; few utterances are longer
HEADS = {384: 12, 512: 8}  # attention heads of the small encoders, by the length of their vectors
PREFIX = {384: "query: ", 512: ""}  # what e5 was trained to see before a text, and BGE was not
WORTH_A_LOOK = 64  # bytes; shorter pieces are written as they are
NEW = -1

# The weights of a layer's six products, in the order in which an ONNX graph exported from BERT multiplies by them.
PRODUCTS = ["query", "key", "value", "attention", "intermediate", "output"]
BIASES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attention": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "intermediate": "intermediate.dense",
    "output": "output.dense",
    "output_norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019)."""

    def __init__(self, width, inner):
        super().__init__()
        self.heads = HEADS[width]
        self.query, self.key, self.value, self.attention = (nn.Linear(width, width) for _ in range(4))
        self.intermediate = nn.Linear(width, inner)
        self.output = nn.Linear(inner, width)
        self.attention_norm, self.output_norm = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))

    def forward(self, states, mask):
        batch, length, width = states.shape
        by_head = lambda x: x.view(batch, length, self.heads, -1).transpose(1, 2)
        drop = lambda x: F.dropout(x, DROPOUT, self.training)
        query, key, value = by_head(self.query(states)), by_head(self.key(states)), by_head(self.value(states))
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5
        scores = drop(torch.softmax(scores + (1 - mask[:, None, None, :]) * -1e4, -1))
        seen = (scores @ value).transpose(1, 2).reshape(batch, length, width)
        states = self.attention_norm(states + drop(self.attention(seen)))
        return self.output_norm(states + drop(self.output(F.gelu(self.intermediate(states)))))


class Encoder(nn.Module):
    """A BERT read from a quantised ONNX file, which keeps the names of its tensors for the way back; all its layers or the first few."""

    def __init__(self, path, kept=None):
        super().__init__()
        graph = onnx.load(path).graph
        self.tensors = {tensor.name: tensor for tensor in graph.initializer}
        found = [re.fullmatch(r"(onnx::MatMul_\d+)_quantized", name) for node in graph.node for name in node.input]
        self.products = list(dict.fromkeys(match.group(1) for match in found if match))
        words, width = self.tensors["embeddings.word_embeddings.weight_quantized"].dims
        inner = self.tensors["encoder.layer.0.intermediate.dense.bias"].dims[0]
        self.width = width
        self.words, self.positions, self.types = (
            torch.tensor(self.dequantised(f"embeddings.{name}_embeddings.weight"))
            for name in ("word", "position", "token_type")
        )
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, inner) for _ in range(kept or len(self.products) // len(PRODUCTS)))
        with torch.no_grad():
            self.norm.weight.copy_(self.plain("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(self.plain("embeddings.LayerNorm.bias"))
            for number, layer in enumerate(self.layers):
                for part, name in BIASES.items():
                    module = getattr(layer, part)
                    module.bias.copy_(self.plain(f"encoder.layer.{number}.{name}.bias"))
                    if part.endswith("norm"):
                        module.weight.copy_(self.plain(f"encoder.layer.{number}.{name}.weight"))
                    else:
                        module.weight.copy_(torch.tensor(self.dequantised(self.product(number, part)).T.copy()))

    def product(self, layer, part):
        return self.products[layer * len(PRODUCTS) + PRODUCTS.index(part)]

    def plain(self, name):
        return torch.tensor(numpy_helper.to_array(self.tensors[name]).copy())

    def dequantised(self, name):
        whole, scale, zero = (
            numpy_helper.to_array(self.tensors[name + part]).astype(np.float32)
            for part in ("_quantized", "_scale", "_zero_point")
        )
        return (whole - zero) * scale

    def embedded(self, tokens):
        return self.norm(self.words[tokens] + self.positions[: tokens.shape[1]] + self.types[0])


class Tokenizer:
    """WordPiece in lower case, as the model's tokenizer.json has it."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]

    def tokens(self, text, longest):
        pieces = [piece for word in self.split(text) for piece in self.pieces(word)]
        return [self.vocabulary["[CLS]"], *pieces[:longest], self.vocabulary["[SEP]"]]

    @staticmethod
    def split(text):
        """Words, and every Chinese character and sign by itself; no accents."""
        spaced = []
        for character in unicodedata.normalize("NFD", text.lower()):
            category = unicodedata.category(character)
            if category == "Mn":
                continue
            alone = category[0] == "P" or character in "$+<=>^`|~" or "\u3400" <= character <= "\u9fff"
            spaced.append(f" {character} " if alone else character)
        return "".join(spaced).split()

    def pieces(self, word):
        pieces, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self.vocabulary:
                    pieces.append(self.vocabulary[piece])
                    start = end
                    break
            else:
                return [self.vocabulary["[UNK]"]]
        return pieces


class Line:
    """A labelled utterance as a recogniser writes it."""

    def __init__(self, columns, tokenizer, prefix):
        self.task, labels, self.industry, previous, text = columns
        self.labels = labels.split("+") if labels else []
        self.text = tuple(tokenizer.tokens(prefix + text, LONGEST["text"]))
        self.previous = tuple(tokenizer.tokens(prefix + previous, LONGEST["previous"])) if previous else None


def padded(states):
    longest = max(len(one) for one in states)
    batch = torch.zeros(len(states), longest, states[0].shape[1])
    mask = torch.zeros(len(states), longest)
    for row, one in enumerate(states):
        batch[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return batch, mask


def batches(items, size, length):
    ordered = sorted(items, key=length)
    return [ordered[start : start + size] for start in range(0, len(ordered), size)]


def lower_states(encoder, texts, count):
    """What comes out below the tuned layers, once for every text, since it does not change."""
    states = {}
    with torch.no_grad():
        for batch in batches(texts, 64, len):
            longest = max(len(text) for text in batch)
            tokens = torch.tensor([text + (0,) * (longest - len(text)) for text in batch])
            mask = torch.tensor([[1.0] * len(text) + [0.0] * (longest - len(text)) for text in batch])
            out = encoder.embedded(tokens)
            for layer in encoder.layers[:-count]:
                out = layer(out, mask)
            for text, one in zip(batch, out):
                states[text] = one[: len(text)].clone()
    return states


class Reader(nn.Module):
    """The tuned layers, and for each task what the vectors of an utterance and of the one before say about its labels."""

    def __init__(self, layers, width, labels):
        super().__init__()
        self.layers = layers
        self.labels = labels
        self.by_text = nn.ModuleDict({task: nn.Linear(width, len(of)) for task, of in labels.items()})
        self.by_previous = nn.ModuleDict({task: nn.Linear(width, len(of), bias=False) for task, of in labels.items()})

    def vectors(self, states):
        """Of the length that numbers of size one would have, as heads start best from that."""
        batch, mask = padded(states)
        for layer in self.layers:
            batch = layer(batch, mask)
        mean = (batch * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return F.dropout(F.normalize(mean, dim=1) * mean.shape[1] ** 0.5, DROPOUT, self.training)

    def forward(self, lines, states):
        """Task → its lines and their logits."""
        texts = self.vectors([states[line.text] for line in lines])
        followed = [row for row, line in enumerate(lines) if line.previous]
        before = torch.zeros_like(texts)
        if followed:
            before = before.index_copy(
                0, torch.tensor(followed), self.vectors([states[lines[row].previous] for row in followed])
            )
        logits = {}
        for task in self.labels:
            rows = [row for row, line in enumerate(lines) if line.task == task]
            if rows:
                read = self.by_text[task](texts[rows]) + self.by_previous[task](before[rows])
                logits[task] = ([lines[row] for row in rows], read)
        return logits

    def loss(self, lines, states):
        total = 0
        for task, (of, logits) in self(lines, states).items():
            if task == "handling":  # any number of steps and faults
                truth = torch.tensor([[float(label in line.labels) for label in self.labels[task]] for line in of])
                total = total + F.binary_cross_entropy_with_logits(logits, truth, reduction="sum")
            else:
                truth = torch.tensor([self.labels[task].index(line.labels[0]) for line in of])
                total = total + F.cross_entropy(logits, truth, reduction="sum", label_smoothing=LABEL_SMOOTHING)
        return total / len(lines)

    def macro_f1s(self, lines, states):
        answers = {task: [] for task in self.labels}
        with torch.no_grad():
            for batch in batches(lines, 64, lambda line: len(line.text)):
                for task, (of, logits) in self(batch, states).items():
                    for line, row in zip(of, logits):
                        if task == "handling":
                            said = {label for label, logit in zip(self.labels[task], row) if logit > 0}
                        else:
                            said = {self.labels[task][int(row.argmax())]}
                        answers[task].append((set(line.labels), said))
        return {task: macro_f1(pairs) for task, pairs in answers.items() if pairs}


def macro_f1(pairs):
    """Mean F1 of the labels that occur."""
    scores = []
    for label in sorted(set().union(*(truth for truth, _ in pairs))):
        right = sum(label in truth and label in said for truth, said in pairs)
        scores.append(2 * right / sum((label in truth) + (label in said) for truth, said in pairs))
    return sum(scores) / len(scores)


def shuffled_batches(items, length):
    """Items of one length together waste no time on padding; groups of twenty batches keep enough chance."""
    random.shuffle(items)
    together = [items[at : at + 20 * BATCH] for at in range(0, len(items), 20 * BATCH)]
    order = [batch for group in together for batch in batches(group, BATCH, length)]
    random.shuffle(order)
    return order


class Learning:
    """AdamW with a warm-up and a linear way down, for layers that know much and heads that start from nothing."""

    def __init__(self, layers, heads, steps, rates=(LEARNING_RATE, 10 * LEARNING_RATE)):
        self.parameters = [*layers, *heads]
        self.rates = rates
        groups = [{"params": of, "lr": rate} for of, rate in zip((list(layers), list(heads)), self.rates)]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        self.steps, self.step = steps, 0

    def learn(self, loss):
        share = min((self.step + 1) / (WARM_UP * self.steps), 1 - self.step / self.steps)
        for group, rate in zip(self.optimiser.param_groups, self.rates):
            group["lr"] = rate * max(share, 0.01)
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        self.step += 1


def tune(reader, lines, unseen, states):
    heads = [*reader.by_text.parameters(), *reader.by_previous.parameters()]
    learning = Learning([*reader.layers.parameters()], heads, EPOCHS * (len(lines) // BATCH + 20))
    start = time.time()
    for epoch in range(1, EPOCHS + 1):
        reader.train()
        for batch in shuffled_batches(lines, lambda line: len(line.text)):
            learning.learn(reader.loss(batch, states))
        reader.eval()
        f1s = reader.macro_f1s(unseen, states)
        print(
            f"epoch {epoch}, {time.time() - start:.0f} s: "
            + ", ".join(f"{task} {f1:.3f}" for task, f1 in f1s.items()),
            flush=True,
        )


def cut(graph, layers):
    """Leaves away the layers above the first few: what comes out of the last of them is the model's vectors."""
    vectors = graph.output[0].name
    last = f"/encoder/layer.{layers - 1}/output/LayerNorm/Add_1_output_0"
    if all(last not in node.output for node in graph.node):
        return  # nothing stands above it
    needed, nodes = {last}, []
    for node in reversed(graph.node):  # which stand in the order in which they are computed
        if needed.intersection(node.output):
            needed.update(node.input)
            nodes.insert(0, node)
    for node in nodes:
        node.output[:] = [vectors if name == last else name for name in node.output]
    kept = [tensor for tensor in graph.initializer if tensor.name in needed]
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)


def set_weights(graph, encoder, count):
    """The last layers' weights, each column as 8-bit numbers around zero with its own scale."""
    tensors = {tensor.name: tensor for tensor in graph.initializer}

    def set_tensor(name, values):
        dtype = numpy_helper.to_array(tensors[name]).dtype
        tensors[name].CopyFrom(numpy_helper.from_array(values.astype(dtype), name))

    for number in range(len(encoder.layers) - count, len(encoder.layers)):
        layer = encoder.layers[number]
        for part, name in BIASES.items():
            module = getattr(layer, part)
            for kind in ["weight", "bias"] if part.endswith("norm") else ["bias"]:
                set_tensor(f"encoder.layer.{number}.{name}.{kind}", getattr(module, kind).detach().numpy())
            if not part.endswith("norm"):
                product = encoder.product(number, part)
                if numpy_helper.to_array(tensors[product + "_zero_point"]).any():
                    raise SystemExit("weights are expected to be quantised around zero")
                weight = module.weight.detach().numpy().T
                step = np.abs(weight).max(0) / 127
                set_tensor(product + "_scale", step)
                set_tensor(product + "_quantized", np.rint(weight / step).clip(-127, 127))


def pieces(base, model):
    """The new file as pieces: (where it stands in the old file or None, bytes)."""
    whole = model.SerializeToString()
    ends, at = [], 0
    for tensor in model.graph.initializer:
        at = whole.index(tensor.raw_data, at)
        ends += [at, at + len(tensor.raw_data)]
        at += len(tensor.raw_data)
    found = []
    for start, end in zip([0, *ends], [*ends, len(whole)]):
        piece = whole[start:end]
        at = base.find(piece) if len(piece) > WORTH_A_LOOK else -1
        if at < 0 and found and found[-1][0] is None:
            found[-1] = (None, found[-1][1] + piece)
        else:
            found.append((at if at >= 0 else None, piece))
    return found


def write_layers(encoder, path, count, layers):
    """What becomes of the ONNX file with the encoder's layers, of which the last are tuned: README.md, form of a .layers file."""
    with open(path, "rb") as file:
        base = file.read()
    model = onnx.load_from_string(base)
    cut(model.graph, len(encoder.layers))
    set_weights(model.graph, encoder, count)
    with open(layers, "wb") as file:
        file.write(hashlib.sha256(base).digest())
        written = pieces(base, model)
        file.write(struct.pack(">i", len(written)))
        for at, piece in written:
            file.write(struct.pack(">ii", NEW if at is None else at, len(piece)))
            file.write(piece if at is None else b"")


def read_layers(path, layers):
    """The ONNX file as write_layers changed it."""
    with open(path, "rb") as file:
        base = file.read()
    with open(layers, "rb") as file:
        if file.read(32) != hashlib.sha256(base).digest():
            raise SystemExit(f"{layers} belongs to another model than {path}")
        whole = b""
        for _ in range(*struct.unpack(">i", file.read(4))):
            at, length = struct.unpack(">ii", file.read(8))
            whole += file.read(length) if at == NEW else base[at : at + length]
    return io.BytesIO(whole)


def main(lines_path, model_path, tokenizer_path, unseen_path, kept, layer_count, layers_path):
    count = int(layer_count)
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(1)
    encoder = Encoder(model_path, int(kept)).eval()
    tokenizer = Tokenizer(tokenizer_path)
    with open(lines_path, encoding="utf-8") as file:
        rows = [row.rstrip("\n").split("\t") for row in file]
    lines = [Line(row, tokenizer, PREFIX[encoder.width]) for row in rows]
    with open(unseen_path, encoding="utf-8") as file:
        unseen = set(file.read().split("\n")) - {""}
    labels = {}
    for line in lines:
        labels.setdefault(line.task, set()).update(line.labels)
    labels = {task: sorted(of) for task, of in labels.items()}
    states = lower_states(encoder, {text for line in lines for text in (line.text, line.previous) if text}, count)
    print(f"{len(lines)} lines, {len(states)} texts", flush=True)
    reader = Reader(encoder.layers[-count:], encoder.width, labels)
    tune(
        reader,
        [line for line in lines if line.industry not in unseen],
        [line for line in lines if line.industry in unseen],
        states,
    )
    write_layers(encoder, model_path, count, layers_path)


if __name__ == "__main__":
    if len(sys.argv) != 8:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
