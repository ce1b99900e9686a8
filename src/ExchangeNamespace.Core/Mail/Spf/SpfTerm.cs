using System.Net;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>The mechanisms of RFC 7208 5.</summary>
internal enum SpfMechanismKind
{
    All,
    Include,
    A,
    Mx,
    Ptr,
    Ip4,
    Ip6,
    Exists,
}

/// <summary>One term of a record.</summary>
/// <param name="Text">As it is written.</param>
internal abstract record SpfTerm(string Text);

/// <summary>A mechanism.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Qualifier">What a match says.</param>
/// <param name="Kind">Which mechanism.</param>
internal sealed record SpfMechanism(string Text, SpfQualifier Qualifier, SpfMechanismKind Kind) : SpfTerm(Text)
{
    /// <summary>The name it asks for; null means the domain of the record.</summary>
    public SpfMacroString? Target { get; init; }

    /// <summary>The address of <c>ip4</c> and <c>ip6</c>.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>How many bits of an IPv4 address count.</summary>
    public int Prefix4 { get; init; } = 32;

    /// <summary>How many bits of an IPv6 address count.</summary>
    public int Prefix6 { get; init; } = 128;

    /// <summary>Whether it counts against the ten of RFC 7208 4.6.4.</summary>
    public bool AsksDns => Kind is not (SpfMechanismKind.All or SpfMechanismKind.Ip4 or SpfMechanismKind.Ip6);
}

/// <summary>A modifier.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Name">Its name, lower case.</param>
/// <param name="Value">Its value.</param>
internal sealed record SpfModifier(string Text, string Name, SpfMacroString Value) : SpfTerm(Text)
{
    public const string Redirect = "redirect";
    public const string Explanation = "exp";
}
