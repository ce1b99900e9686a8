using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Scripts;

/// <summary>
/// A copy of a script that is safe to parse; every offset stays. The parser itself looks for the modules and assemblies that a <c>using</c>
/// statement, a <c>configuration</c>, a <c>workflow</c> or a type name with an assembly asks for. A letter that the script does not contain
/// takes the place of one of their characters, so that the parser sees an ordinary name there.
/// </summary>
internal sealed class SafeText
{
    /// <summary>A keyword of the language is compared without regard to case, and so is a word here.</summary>
    private static readonly (string Word, int Place)[] Words = [("using", 3), ("configuration", 2), ("workflow", 1)];

    private readonly Dictionary<char, char> _stands = [];
    private readonly Dictionary<char, char> _originals = [];
    private readonly Queue<char> _free;

    /// <summary>Makes the copy.</summary>
    /// <param name="script">The script.</param>
    public SafeText(string script)
    {
        StringBuilder copy = new(script);
        _free = FreeLetters(script);
        foreach ((string word, int place) in Words)
        {
            for (int at = Find(script, word, 0); at >= 0; at = Find(script, word, at + 1))
            {
                Spoil(copy, at + place);
            }
        }

        foreach (int place in TypeQualifiers.Find(script))
        {
            Spoil(copy, place);
        }

        foreach (TextSpan statement in LeadingUsings.Find(script))
        {
            if (IsComplete)
            {
                Usings.Add(statement);
                copy[statement.Start] = '#';
            }
        }

        Text = copy.ToString();
    }

    /// <summary>The copy.</summary>
    public string Text { get; }

    /// <summary>
    /// The <c>using</c> statements that the script begins with. They are comments in the copy, so that a parameter block can follow.
    /// </summary>
    public List<TextSpan> Usings { get; } = [];

    /// <summary>False for a script that contains so many letters that none is left to stand for another; its copy is empty then.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>A piece of the copy as it stands in the script.</summary>
    public string Restore(string piece) =>
        piece.Any(_originals.ContainsKey) ? string.Concat(piece.Select(c => _originals.TryGetValue(c, out char o) ? o : c)) : piece;

    private static int Find(string script, string word, int start) => script.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters of scripts that no command is written in.</summary>
    private static Queue<char> FreeLetters(string script)
    {
        HashSet<char> taken = [.. script.Where(c => c >= '\uA000')];
        return new Queue<char>(Enumerable.Range(0xA000, 0x48D).Select(c => (char)c).Where(c => !taken.Contains(c)));
    }

    private void Spoil(StringBuilder copy, int place)
    {
        char original = copy[place];
        if (_originals.ContainsKey(original) || !IsComplete)
        {
            return;
        }

        if (!_stands.TryGetValue(original, out char stand))
        {
            if (_free.Count == 0)
            {
                IsComplete = false;
                copy.Clear();
                return;
            }

            stand = _free.Dequeue();
            _stands.Add(original, stand);
            _originals.Add(stand, original);
        }

        copy[place] = stand;
    }
}
