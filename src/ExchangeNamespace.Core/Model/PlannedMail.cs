using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// The mail identity of a plan: who receives under <see cref="NamespacePlan.MailHost"/>, who sends, and under which name (S41 to S51).
/// </summary>
public sealed class PlannedMail
{
    /// <summary>The public addresses of the mail host; empty when they were not stated.</summary>
    public required IReadOnlyList<string> Addresses { get; init => field = Indexable.Of(value); }

    /// <summary>The name that outbound mail is sent under; the mail host unless another was stated.</summary>
    public required Fqdn SendingHost { get; init; }

    /// <summary>The public addresses that mail is sent from; empty when they are not known.</summary>
    public required IReadOnlyList<string> SendingAddresses { get; init => field = Indexable.Of(value); }

    /// <summary>The exchangers of a hosted hygiene service in front, most preferred first; empty for none.</summary>
    public IReadOnlyList<Fqdn> HygieneHosts { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The address ranges that the hygiene service delivers from; empty when they were not stated.</summary>
    public IReadOnlyList<string> HygieneRanges { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Child domains that receive mail like their parents, without Autodiscover of their own.</summary>
    public IReadOnlyList<Fqdn> ChildDomains { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{SendingHost} ({string.Join(", ", SendingAddresses)})";
}
