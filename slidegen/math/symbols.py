"""The commands that formulas know, by what they are."""

_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ "
    "mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi "
    "ψ omega ω"
)
_CAPITALS = "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
_RELATIONS = (
    "le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ "
    "subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ parallel ∥ mid ∣ to → rightarrow → leftarrow ← leftrightarrow ↔ "
    "Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ vdash ⊢ models ⊨"
)
_OPERATIONS = (
    "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ oplus ⊕ otimes ⊗ cup ∪ cap ∩ "
    "setminus ∖ land ∧ lor ∨ wedge ∧ vee ∨"
)
_OTHERS = (
    "infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ "
    "angle ∠ triangle △ degree ° prime ′ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ colon : backslash \\"
)
_FENCES = (
    "lbrace { rbrace } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ "
    "lvert | rvert | lVert ‖ rVert ‖"
)


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


GREEK = _pairs(_GREEK)
"""Written italic, as variables are."""
UPRIGHT = {**_pairs(_CAPITALS), **_pairs(_OTHERS), **{c: c for c in "%$&#_"}}
RELATIONS = _pairs(_RELATIONS)
OPERATIONS = _pairs(_OPERATIONS)
FENCES = {**_pairs(_FENCES), "{": "{", "}": "}", "|": "‖"}
"""What may stand behind \\left and \\right as a command; of characters these: ( ) [ ] | . / < >."""
SUMS = _pairs("sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀")
INTEGRALS = _pairs("int ∫ iint ∬ iiint ∭ oint ∮")
FUNCTIONS = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp deg dim ker arg hom".split()
)
LIMITS = frozenset("lim max min sup inf limsup liminf argmax argmin gcd det Pr".split())
SPACES = {",": "\u2009", ":": "\u2005", ";": "\u2004", " ": " ", "quad": "\u2003", "qquad": "\u2003\u2003", "!": ""}
ACCENTS = {"hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "dot": "\u0307"}
ACCENTS |= {
    "ddot": "\u0308",
    "vec": "\u20d7",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
}
BARS = frozenset(("bar", "overline"))
DOUBLE = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
STYLES = {"mathrm": "p", "operatorname": "p", "mathbf": "b", "boldsymbol": "b", "bm": "b", "mathit": "i"}
TEXTS = frozenset(("text", "textrm", "mbox"))
MATRICES = {"matrix": "", "pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖"}
RELATION_SIGNS = frozenset("=<>:≤≥≠≈→∈")
OPERATION_SIGNS = {"+": "+", "-": "−", "−": "−", "*": "∗", "×": "×", "÷": "÷", "·": "⋅", "±": "±"}


def known() -> tuple[str, ...]:
    """Return the names of all commands, for hints."""
    tables = (GREEK, UPRIGHT, RELATIONS, OPERATIONS, FENCES, SUMS, INTEGRALS, FUNCTIONS, LIMITS, ACCENTS, BARS)
    names = [name for table in (*tables, STYLES, TEXTS) for name in table if name.isalpha() and len(name) > 1]
    return (*names, "frac", "dfrac", "tfrac", "binom", "sqrt", "left", "right", "begin", "end", "mathbb", "quad")
