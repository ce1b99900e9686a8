namespace ExchangeNamespace.Scripts;

/// <summary>A stretch of a script, from one offset up to another.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int offset) => offset >= Start && offset <= End;

    public string Of(string text) => text.Substring(Start, Length);
}
