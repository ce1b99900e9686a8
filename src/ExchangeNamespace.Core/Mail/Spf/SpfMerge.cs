using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>
/// Puts senders into the records that exist, so that one record comes out in which each of them passes. What exists keeps its meaning:
/// its terms stay in their order, its end stays unless another is asked for. Addresses cost no look-up, so they come first.
/// </summary>
internal sealed class SpfMerge
{
    private readonly string _domain;
    private readonly List<SpfMechanism> _kept = [];
    private readonly List<string> _modifiers = [];
    private readonly List<SpfQualifier> _ends = [];
    private readonly List<string> _redirects = [];
    private readonly List<string> _leftOut = [];

    private SpfMerge(string domain) => _domain = domain;

    /// <summary>The terms of existing records that receivers do not read.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>The ends of the existing records, the weakest last.</summary>
    public IEnumerable<SpfQualifier> Ends => _ends.OrderBy(Strength).Reverse();

    public static SpfMerge? Read(string domain, IReadOnlyList<string> existing, IReadOnlyList<string> remove, List<InputFault> faults)
    {
        SpfMerge merge = new(domain);
        HashSet<string> wanted = new(remove.Select(Key), StringComparer.OrdinalIgnoreCase);
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        int before = faults.Count;
        foreach (string text in existing)
        {
            SpfRecord record = SpfRecordReader.Read(text);
            if (record.Fault is { } fault)
            {
                faults.Add(new InputFault(FaultIds.SpfRecordInvalid, "Existing", VisibleText.Of(text),
                    $"The existing record of {domain} cannot be read: {fault}. Correct it first; receivers take it for a permanent error "
                        + "already."));
                continue;
            }

            found.UnionWith(record.Terms.Select(t => Key(t.Text)).Where(wanted.Contains));
            merge.Take(record, t => !wanted.Contains(Key(t.Text)));
        }

        faults.AddRange(
            remove.Where(r => existing.Count > 0 && !found.Contains(Key(r)))
                .Select(r => new InputFault(FaultIds.SpfTermUnknown, "Remove", r,
            $"'{VisibleText.Short(r)}' is no term of the existing record of {domain}. Write it as it stands there.")));
        return faults.Count > before ? null : merge;
    }

    /// <summary>The record with the senders in it; null where that is refused.</summary>
    public string? With(IReadOnlyList<SpfSenderNetwork> networks, IReadOnlyList<string> asking, SpfQualifier? all, SpfQualifier end,
        List<InputFault> faults)
    {
        if (FindEnd(all, end, faults) is not { } tail)
        {
            return null;
        }

        // A term that lets a sender fail must not be reached by a sender that is to pass, and a network after a term that asks DNS is
        // reached only where DNS answers.
        bool first = _kept.Exists(m => m.Qualifier != SpfQualifier.Pass);
        SpfMechanism[] free = [.. _kept.TakeWhile(m => !m.AsksDns)];
        string[] addresses = [.. networks.Where(n => first || !free.Any(m => Holds(m, n))).Select(n => n.Term)];
        string[] asked = [.. asking.Where(a => first || !_kept.Exists(m => Same(m, a)))];
        IEnumerable<string> kept = _kept.Where(m => !addresses.Concat(asked).Any(t => Same(m, t))).Select(m => m.Text);
        return string.Join(" ",
            [SpfRecord.Version, .. addresses, .. first ? asked : [], .. kept, .. first ? [] : asked, tail, .. _modifiers]);
    }

    private void Take(SpfRecord record, Func<SpfTerm, bool> isKept)
    {
        List<SpfMechanism> mechanisms = [.. record.Mechanisms.Where(m => isKept(m))];
        foreach (SpfMechanism mechanism in mechanisms.TakeWhile(m => m.Kind != SpfMechanismKind.All))
        {
            if (!_kept.Exists(
                k => k.Qualifier == mechanism.Qualifier
                    && string.Equals(Key(k.Text), Key(mechanism.Text), StringComparison.OrdinalIgnoreCase)))
            {
                _kept.Add(mechanism);
            }
        }

        SpfMechanism? all = mechanisms.Find(m => m.Kind == SpfMechanismKind.All);
        _leftOut.AddRange(mechanisms.SkipWhile(m => m.Kind != SpfMechanismKind.All).Skip(1).Select(m => m.Text));
        if (all is not null)
        {
            _ends.Add(all.Qualifier);
        }

        foreach (SpfModifier modifier in record.Terms.OfType<SpfModifier>().Where(m => isKept(m)))
        {
            if (modifier.Name == SpfModifier.Redirect)
            {
                (all is null ? _redirects : _leftOut).Add(modifier.Text);
            }
            else if (!_modifiers.Contains(modifier.Text)
                && (modifier.Name != SpfModifier.Explanation
                || !_modifiers.Exists(m => m.StartsWith(SpfModifier.Explanation + "=", StringComparison.OrdinalIgnoreCase))))
            {
                _modifiers.Add(modifier.Text);
            }
        }

        if (all is null && !_redirects.Exists(r => record.Redirect?.Text == r))
        {
            // A record without an end says nothing against others, and goes on saying so.
            _ends.Add(SpfQualifier.Neutral);
        }
    }

    private string? FindEnd(SpfQualifier? all, SpfQualifier end, List<InputFault> faults)
    {
        if (_kept.Find(SpfFindings.IsEverybody) is { } wide)
        {
            faults.Add(new InputFault(FaultIds.SpfAllowsEveryone, "Existing", wide.Text,
                $"The existing record of {_domain} lets everybody pass by {VisibleText.Short(wide.Text)}. Leave the term out with "
                    + "-Remove."));
            return null;
        }

        if (_redirects.Count > 0
            && (all is not null || _redirects.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1 || _ends.Count > 0))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "All", all,
                $"The existing record of {_domain} hands over to another ({VisibleText.Short(_redirects[0])}), which has no effect beside "
                    + "all. Leave -All out, or the redirection with -Remove."));
            return null;
        }

        if (all is null && _ends.Contains(SpfQualifier.Pass))
        {
            faults.Add(new InputFault(FaultIds.SpfAllowsEveryone, "Existing", "+all",
                $"The existing record of {_domain} ends in +all, which lets every sender of the world pass. Say with -All what is to take "
                    + "its place: Fail, or SoftFail while you are not sure of all senders."));
            return null;
        }

        return _redirects.Count > 0 ? _redirects[0] : Write(all ?? (_ends.Count > 0 ? Ends.First() : end));
    }

    private static string Write(SpfQualifier end) => end switch
    {
        SpfQualifier.SoftFail => "~all",
        SpfQualifier.Neutral => "?all",
        SpfQualifier.Pass or SpfQualifier.Fail => "-all",
        _ => throw ClosedSet.Outside(end),
    };

    public static int Strength(SpfQualifier end) => end switch
    {
        SpfQualifier.Fail => 0,
        SpfQualifier.SoftFail => 1,
        SpfQualifier.Neutral => 2,
        SpfQualifier.Pass => 3,
        _ => throw ClosedSet.Outside(end),
    };

    private static bool Holds(SpfMechanism mechanism, SpfSenderNetwork network) =>
        mechanism is { Qualifier: SpfQualifier.Pass, Address: { } address }
        && new SpfSenderNetwork(address, mechanism.Kind == SpfMechanismKind.Ip4 ? mechanism.Prefix4 : mechanism.Prefix6).Holds(network);

    private static bool Same(SpfMechanism mechanism, string term) =>
        mechanism.Qualifier == SpfQualifier.Pass && string.Equals(Key(mechanism.Text), term, StringComparison.OrdinalIgnoreCase);

    /// <summary>A term without the sign that says nothing.</summary>
    private static string Key(string term) => term.Length > 0 && term[0] == '+' ? term.Substring(1) : term;
}
