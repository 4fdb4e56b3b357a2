using System.Collections.Concurrent;

namespace SoftNo.Cues.Phrases;

/// <summary>A phrase found: which, and its tokens.</summary>
internal readonly record struct Match(int Pattern, TokenSpan Span);

/// <summary>
/// Every phrase as one machine. From each token it is walked until no phrase is left alive; sets of states met on the way are
/// numbered once and remembered, so a step costs one look-up however many phrases there are. Safe for many threads.
/// </summary>
internal sealed class Automaton
{
    /// <summary>Fillers and repeats passed over inside one phrase, in tokens.</summary>
    private const int MostSkipped = 10;

    /// <summary>Steps from one token; only a text made to be slow comes near.</summary>
    private const int MostSteps = 400;

    /// <summary>Remembered state sets; beyond, remembering starts afresh.</summary>
    private const int MostStates = 60_000;

    private const TokenTraits Seen = TokenTraits.Number | TokenTraits.Name | TokenTraits.StopsGap;

    private readonly AutomatonNode[] _nodes;
    private readonly int[][] _classesOfWord;
    private readonly TokenTraits[] _classTraits;
    private Memory _memory;

    public Automaton(AutomatonNode[] nodes, int[][] classesOfWord, TokenTraits[] classTraits)
    {
        _nodes = nodes;
        _classesOfWord = classesOfWord;
        _classTraits = classTraits;
        Flatten();
        _memory = new Memory([0]);
    }

    /// <summary>Every phrase in a run: for each first token and phrase, the longest match. In order of first token.</summary>
    public List<Match> Find(TokenRun run)
    {
        var matches = new List<Match>();
        var walks = new Stack<Walk>();
        for (var first = 0; first < run.Tokens.Length; first++) FindFrom(first, run, walks, matches);
        return matches;
    }

    private void FindFrom(int first, TokenRun run, Stack<Walk> walks, List<Match> matches)
    {
        var memory = _memory;
        var found = matches.Count;
        var steps = 0;
        walks.Push(new Walk(first, 0, 0, true));
        while (walks.TryPop(out var walk) && steps++ < MostSteps)
        {
            var (place, state, skipped, moved) = walk;
            if (moved)
            {
                foreach (var pattern in memory.Ends(state)) Keep(matches, found, pattern, new TokenSpan(first, place));
            }

            if (place == run.Tokens.Length) continue;
            var token = run.Tokens[place];
            if (place > first)
            {
                if (token.Has(TokenTraits.OpensSentence)) continue;
                for (var length = 1; run.Skips[place] != 0 && length <= Skipper.LongestSkip; length++)
                {
                    if (MaySkip(run.Skips[place], length, place, first) && skipped + length <= MostSkipped) walks.Push(new Walk(place + length, state, skipped + length, false));
                }
            }

            var next = Move(memory, state, token);
            if (next >= 0) walks.Push(new Walk(place + 1, next, skipped, true));
        }

        walks.Clear();
        if (memory.Count > MostStates) Interlocked.CompareExchange(ref _memory, new Memory([0]), memory);
    }

    /// <summary>A filler may be passed over; a repeat too, except of the phrase's own beginning: the later copy begins it then.</summary>
    private static bool MaySkip(int skips, int length, int place, int first) =>
        ((skips >> length) & 1) != 0 || (((skips >> (length + Skipper.RepeatShift)) & 1) != 0 && place - length > first);

    private static void Keep(List<Match> matches, int from, int pattern, TokenSpan span)
    {
        for (var i = from; i < matches.Count; i++)
        {
            if (matches[i].Pattern != pattern) continue;
            if (matches[i].Span.End < span.End) matches[i] = new Match(pattern, span);
            return;
        }

        matches.Add(new Match(pattern, span));
    }

    private int Move(Memory memory, int state, Token token)
    {
        var symbol = (token.Word << 3) | (int)(token.Traits & Seen);
        if (memory.TryMove(state, symbol, out var known)) return known;
        var nodes = Next(memory, state, token);
        return memory.Learn(state, symbol, nodes, [.. nodes.SelectMany(node => _nodes[node].Ends).Distinct()]);
    }

    private int[] Next(Memory memory, int state, Token token)
    {
        var next = new HashSet<int>();
        foreach (var number in memory.Nodes(state))
        {
            var node = _nodes[number];
            if (node.Words.TryGetValue(token.Word, out var targets)) next.UnionWith(targets);
            foreach (var (one, to) in node.Classes)
            {
                if ((_classTraits[one] & token.Traits) != 0 || Array.IndexOf(_classesOfWord[token.Word], one) >= 0) next.Add(to);
            }

            if (!token.Has(TokenTraits.StopsGap)) next.UnionWith(node.Gaps);
        }

        return [.. next.Order()];
    }

    /// <summary>Gives every state the ways out of those it reaches without a word.</summary>
    private void Flatten()
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            var node = _nodes[i];
            var reached = new HashSet<int> { i };
            var open = new Stack<int>(node.Free);
            while (open.TryPop(out var number))
            {
                if (!reached.Add(number)) continue;
                foreach (var further in _nodes[number].Free) open.Push(further);
            }

            reached.Remove(i);
            foreach (var number in reached) Absorb(node, _nodes[number]);
        }
    }

    private static void Absorb(AutomatonNode node, AutomatonNode other)
    {
        foreach (var (word, targets) in other.Words)
        {
            if (!node.Words.TryGetValue(word, out var own)) node.Words.Add(word, own = []);
            own.AddRange(targets.Except(own).ToList());
        }

        node.Classes.AddRange(other.Classes.Except(node.Classes).ToList());
        node.Gaps.AddRange(other.Gaps.Except(node.Gaps).ToList());
        node.Ends.AddRange(other.Ends.Except(node.Ends).ToList());
    }

    /// <summary>Where a walk stands: before which token, in which state, how much it passed over, and whether a word brought it here.</summary>
    private readonly record struct Walk(int Place, int State, int Skipped, bool Moved);

    /// <summary>The state sets met so far, and the steps between them.</summary>
    private sealed class Memory
    {
        private readonly ConcurrentDictionary<long, int> _moves = new();
        private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly Lock _gate = new();
        private volatile State[] _states;
        private volatile int _count = 1;

        public Memory(int[] start) => _states = [new State(start, [])];

        public int Count => _count;

        public int[] Nodes(int state) => _states[state].Nodes;

        public int[] Ends(int state) => _states[state].Ends;

        public bool TryMove(int state, int symbol, out int next) => _moves.TryGetValue(((long)state << 32) | (uint)symbol, out next);

        public int Learn(int state, int symbol, int[] nodes, int[] ends)
        {
            var number = nodes.Length == 0 ? -1 : NumberOf(nodes, ends);
            _moves[((long)state << 32) | (uint)symbol] = number;
            return number;
        }

        private int NumberOf(int[] nodes, int[] ends)
        {
            var key = string.Join(',', nodes);
            if (_numbers.TryGetValue(key, out var known)) return known;
            lock (_gate)
            {
                if (_numbers.TryGetValue(key, out known)) return known;
                var states = _states;
                if (_count == states.Length) Array.Resize(ref states, states.Length * 2);
                states[_count] = new State(nodes, ends);
                _states = states;
                return _numbers[key] = _count++;
            }
        }

        private readonly record struct State(int[] Nodes, int[] Ends);
    }
}
