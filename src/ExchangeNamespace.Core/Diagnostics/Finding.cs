using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>A consequence to know: read it before running the lines.</summary>
    Warning,

    /// <summary>Will not work as planned.</summary>
    Error,
}

/// <summary>Something that the plan has to say, with what to do about it.</summary>
public sealed class Finding
{
    /// <summary>Permanent code, <c>EXN001</c> onwards; never reused.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What it is about: a service, a host, a server, a site.</summary>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <summary>What was found.</summary>
    public required string Message { get; init => field = ShownText.Of(value); }

    /// <summary>What to do; empty when no action is needed.</summary>
    public required string Remedy { get; init => field = ShownText.Of(value); }

    /// <summary>The rule behind it, for example <c>S16</c>.</summary>
    public required string Rule { get; init => field = ShownText.Of(value); }

    /// <summary>Values to use, for example service principal names; empty when there are none.</summary>
    public IReadOnlyList<string> Values { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <summary>The servers that it is about, each by its name; empty where it is not about servers of its own.</summary>
    public IReadOnlyList<string> Servers { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Severity}: {Subject}: {Message}";
}
