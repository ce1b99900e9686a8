using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Threading;

namespace ExchangeNamespace.Scripts;

/// <summary>
/// Finds the characters that let an assembly follow a type name, as in <c>[Type, Assembly]</c>: the parser loads that assembly to look for
/// the type. Where a text can be read in two ways, the places of both are given: more than needed may be found, and never less.
/// </summary>
internal sealed class TypeQualifiers
{
    /// <summary>An assembly as it is usually written.</summary>
    private static readonly Regex Usual = new(
        @"\G[ \t]{0,9}[\w.-]{1,200}(?:[ \t]{0,9},[ \t]{0,9}\w{1,20}=[\w.-]{1,200}){0,4}[ \t]{0,9}\]",
        RegexOptions.CultureInvariant, Timeout.InfiniteTimeSpan);

    /// <summary>Words after which a type in brackets may begin; no generic type has such a name.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "assembly", "base", "begin", "break", "catch", "class", "clean", "command", "configuration", "continue", "data", "default",
        "define", "do",
        "dynamicparam", "else", "elseif", "end", "enum", "exit", "filter", "finally", "for", "foreach", "from", "function", "hidden", "if",
        "in",
        "inlinescript", "interface", "module", "namespace", "parallel", "param", "private", "process", "public", "return", "sequence",
        "static",
        "switch", "throw", "trap", "try", "type", "until", "using", "var", "while", "workflow",
    };

    private readonly string _script;
    private readonly HashSet<int> _places = [];
    private readonly Stack<Bracket> _open = new();

    /// <summary>The last character that is no white space; every character of a name is <c>n</c>.</summary>
    private char _last;

    /// <summary>The same before the name that is being read, and where the name begins.</summary>
    private char _beforeName;

    private int _name;

    /// <summary>A colon came, and what can stand in a list of base types after it.</summary>
    private bool _isHead;

    private bool _isBlockComment;
    private bool _isLineComment;

    /// <summary>A comment stood between brackets, so that which of them are open is not known.</summary>
    private bool _isUnsure;

    private TypeQualifiers(string script) => _script = script;

    private enum BracketKind
    {
        /// <summary>Around a type name, or perhaps so.</summary>
        Name,

        /// <summary>Around the arguments of a generic type.</summary>
        Arguments,

        /// <summary>Behind a type name that has no brackets around itself, as the base of a class.</summary>
        Bare,

        /// <summary>Around something that is no type.</summary>
        Other,
    }

    private sealed class Bracket(BracketKind kind, int start)
    {
        public BracketKind Kind { get; set; } = kind;

        /// <summary>What comes after this place has not been looked at again.</summary>
        public int Seen { get; set; } = start;
    }

    /// <summary>The places, each once, in no order.</summary>
    public static IReadOnlyCollection<int> Find(string script)
    {
        TypeQualifiers reader = new(script);
        for (int i = 0; i < script.Length; i++)
        {
            reader.Read(i);
        }

        return reader._places;
    }

    private bool IsInside => _open.Count > 0 || _isHead || _isUnsure;

    private void Read(int i)
    {
        char c = _script[i];
        bool isInName = char.IsLetterOrDigit(c) || c is '.' or '_' or '+' or '`' or '\\' || (c == '#' && _last == 'n' && IsNamePart(i - 1));
        if (isInName)
        {
            ReadName(i, c);
        }
        else if (c is '\r' or '\n')
        {
            _isUnsure |= _isLineComment;
            _isLineComment = false;
            _last = '\n';
        }
        else if (!char.IsWhiteSpace(c))
        {
            ReadMark(i, c);
        }
    }

    private bool IsNamePart(int i) => i >= 0 && !char.IsWhiteSpace(_script[i]);

    private void ReadName(int i, char c)
    {
        if (_last != 'n' || !IsNamePart(i - 1))
        {
            _beforeName = _last;
            _name = i;
            if (_last == '[' && char.IsDigit(c) && _open.Count > 0)
            {
                _open.Peek().Kind = BracketKind.Other;
            }
        }

        _last = 'n';
    }

    private void ReadMark(int i, char c)
    {
        switch (c)
        {
            case '[':
                Open(i);
                break;
            case ']':
                if (_open.Count > 0 && _open.Pop().Kind == BracketKind.Bare)
                {
                    _places.Add(i);
                }

                break;
            case ',':
                ReadComma(i);
                break;
            case '#' when IsInside:
                _isLineComment = true;
                break;
            case '<' when Next(i) == '#' && IsInside:
                _isBlockComment = true;
                break;
            case '>' when _isBlockComment && _script[i - 1] == '#':
                _isBlockComment = false;
                Leave();
                _isUnsure = true;
                break;
            default:
                Leave();
                _isHead = c == ':' && Next(i) != ':' && _last != ':';
                break;
        }

        // In the copy such a comma is a letter, and what follows it is no argument.
        _last = c == ',' && _places.Contains(i) ? '\0' : c;
    }

    private char Next(int i) => i + 1 < _script.Length ? _script[i + 1] : '\0';

    private void Open(int i)
    {
        bool isAdjacent = _last == 'n' && IsNamePart(i - 1);
        BracketKind kind = BracketKind.Name;
        if (_open.Count > 0)
        {
            kind = _open.Peek().Kind == BracketKind.Bare ? BracketKind.Bare
                : isAdjacent && _beforeName is '[' or ',' && IsGenericName(_script.Substring(_name, i - _name)) ? BracketKind.Arguments
                : BracketKind.Name;
        }
        else if (_isHead && _last == 'n' && IsFirst(_script[_name])
            && (char.IsWhiteSpace(Next(i)) || char.IsLetter(Next(i)) || Next(i) is '_' or ',' or ']' or '[' or '#' or '<'))
        {
            kind = BracketKind.Bare;
        }

        if (kind == BracketKind.Bare)
        {
            _places.Add(i);
        }

        _open.Push(new Bracket(kind, i));
    }

    private static bool IsGenericName(string name) =>
        IsFirst(name[0]) && (IsFirst(name[name.Length - 1]) || char.IsDigit(name[name.Length - 1])) && !Keywords.Contains(name);

    private static bool IsFirst(char c) => char.IsLetter(c) || c == '_';

    private void ReadComma(int i)
    {
        BracketKind? kind = _open.Count > 0 ? _open.Peek().Kind : null;
        if (!_isUnsure && kind is not (BracketKind.Name or BracketKind.Bare))
        {
            return;
        }

        int after = i + 1;
        while (Next(after - 1) is not ('\r' or '\n') && char.IsWhiteSpace(Next(after - 1)))
        {
            after++;
        }

        if (Next(after - 1) is '\r' or '\n' or '\0' or ']')
        {
            return;
        }

        _places.Add(i);
        Match usual = Usual.Match(_script, i + 1);
        AddMarks(i + 1, usual.Index + usual.Length - 1);
        if (kind == BracketKind.Name && _last == ']')
        {
            // The arguments of the type before the comma become a part of its name.
            AddMarks(_open.Peek().Seen + 1, i);
            _open.Peek().Seen = i;
        }
    }

    private void AddMarks(int start, int end)
    {
        for (int place = start; place < end; place++)
        {
            if (!char.IsLetterOrDigit(_script[place]))
            {
                _places.Add(place);
            }
        }
    }

    private void Leave()
    {
        _open.Clear();
        _isHead = false;
        _isUnsure = false;
    }
}
