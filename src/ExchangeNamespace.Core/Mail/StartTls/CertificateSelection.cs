using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>
/// One certificate in the choice. What is not known is null; each of its unknowns can turn out either way, whatever those of the others do.
/// </summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Fits">Whether it has the name.</param>
/// <param name="IsUsable">Whether it is a certificate of version 3 or later with its key.</param>
/// <param name="HasSmtp">Whether it is enabled for SMTP.</param>
/// <param name="IsCurrent">Whether the day lies within its lifetime.</param>
internal sealed record Contestant(StoreCertificate Certificate, bool? Fits, bool? IsUsable, bool? HasSmtp, bool? IsCurrent)
{
    private const int ValidAuthority = 0;
    private const int SelfSigned = 1;
    private const int ExpiredAuthority = 2;

    /// <summary>Whether it stands in the store under the name and could be loaded.</summary>
    public bool? IsLoadable => And(Fits, IsUsable);

    public Place Best => new(Groups.Min(), Certificate.NotBefore ?? DateTime.MaxValue);

    public Place Worst => new(Groups.Max(), Certificate.NotBefore ?? DateTime.MinValue);

    private IEnumerable<int> Groups => (Certificate.IsSelfSigned, IsCurrent) switch
    {
        (true, _) => [SelfSigned],
        (false, true) => [ValidAuthority],
        (false, false) => [ExpiredAuthority],
        (false, null) => [ValidAuthority, ExpiredAuthority],
        (null, true) => [ValidAuthority, SelfSigned],
        (null, false) => [SelfSigned, ExpiredAuthority],
        (null, null) => [ValidAuthority, SelfSigned, ExpiredAuthority],
    };

    public static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    /// <summary>A place in the order: the kind of certificate, then the newest first moment of validity.</summary>
    public readonly record struct Place(int Group, DateTime NotBefore)
    {
        public bool IsBefore(Place other) => Group < other.Group || (Group == other.Group && NotBefore > other.NotBefore);
    }
}

/// <summary>
/// Who can win the choice, in every way in which the unknowns can turn out. Valid certificates of an authority come first, the newest of
/// them; then self-signed ones, the newest; one of an authority whose time is over comes last. No order is documented for equal dates.
/// </summary>
internal static class CertificateSelection
{
    /// <summary>Those that win in some way.</summary>
    /// <param name="field">Who may take part.</param>
    /// <param name="takesPart">Whether one takes part.</param>
    public static IReadOnlyList<Contestant> PossibleWinners(IReadOnlyList<Contestant> field, Func<Contestant, bool?> takesPart)
    {
        Contestant? first = null;
        Contestant? second = null;
        foreach (Contestant present in field.Where(c => takesPart(c) == true))
        {
            if (first is null || present.Worst.IsBefore(first.Worst))
            {
                (first, second) = (present, first);
            }
            else if (second is null || present.Worst.IsBefore(second.Worst))
            {
                second = present;
            }
        }

        return [.. field.Where(
            c => takesPart(c) != false && !((ReferenceEquals(c, first) ? second : first)?.Worst.IsBefore(c.Best) ?? false))];
    }
}
