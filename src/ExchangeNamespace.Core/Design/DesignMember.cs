using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>One member of an inferred design, with what speaks for it.</summary>
public sealed class DesignMember
{
    internal DesignMember()
    {
    }

    /// <summary>The member of the design file, for example <c>InternalHost</c> or <c>ServiceHost.OWA</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The site that it belongs to; empty for a member of the whole design.</summary>
    public string Site { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The server that it belongs to; empty for a member of a site or of the whole design.</summary>
    public string Server { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The value as text.</summary>
    public required string Value { get; init => field = ShownText.Of(value); }

    /// <summary>How sure it is.</summary>
    public required DesignCertainty Certainty { get; init; }

    /// <summary>Which captured objects say so.</summary>
    public required string Evidence { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{Where}{Name} = {Value} ({Certainty})";

    internal string Where => Server.Length > 0 ? $"Server {Server}: " : Site.Length > 0 ? $"Site {Site}: " : string.Empty;
}
