using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;

namespace ExchangeNamespace.Design.Questions;

/// <summary>
/// The design so far and the question that is next. It never changes: an answer gives another one, so that the one before it can be gone
/// back to.
/// </summary>
internal sealed class DesignInterview
{
    /// <summary>Stands for the external host until it is asked for, so that the readers judge what is known before.</summary>
    private const string NotYetKnown = "mail.example.com";

    private static readonly IReadOnlyList<DesignQuestion> Rows = QuestionTable.Rows;

    private readonly KnownFacts _known;
    private readonly DateTime _today;
    private readonly int _row;

    private DesignInterview(KnownFacts known, DateTime today, int row)
    {
        _known = known;
        _today = today;
        _row = row;
        while (_row < Rows.Count && !Rows[_row].IsAsked(known.Document))
        {
            _row++;
        }
    }

    /// <summary>The next question; null when the design is complete.</summary>
    public DesignQuestion? Question => _row < Rows.Count ? Rows[_row] : null;

    /// <summary>What an empty answer to it means; null where there must be an answer.</summary>
    public QuestionDefault? Default => Question?.Default(_known);

    /// <summary>The members of the design file.</summary>
    public IReadOnlyDictionary<string, object?> Document => _known.Document.ToMembers();

    /// <summary>The plan of the design; null while it cannot be planned.</summary>
    public NamespacePlan? Plan => _known.Plan;

    /// <summary>Begins with what is known.</summary>
    /// <param name="members">The members of a design that was inferred; empty where nothing is known.</param>
    /// <param name="machineDomain">The DNS suffix of this machine; null where it has none.</param>
    /// <param name="today">The day for which certificate rules are judged.</param>
    public static DesignInterview Begin(IReadOnlyDictionary<string, object?> members, Fqdn? machineDomain, DateTime today)
    {
        DesignDocument document = new(members);
        document[KnownComments.Member] = KnownComments.Unasked(document[KnownComments.Member]);
        return new(new KnownFacts(document, Judge(document, -1, today).Plan, machineDomain), today, 0);
    }

    /// <summary>Answers the question.</summary>
    /// <param name="text">The answer; empty for the default.</param>
    /// <returns>What comes next, or why the answer is refused.</returns>
    public (DesignInterview? Next, IReadOnlyList<InputFault> Refused) Answer(string text)
    {
        DesignDocument document = _known.Document.Copy();
        List<InputFault> faults = [];
        string answer = text.Trim();
        if ((answer.Length > 0 ? answer : Default?.Stated) is { } stated)
        {
            Question!.Fill(document, stated, faults);
        }

        (NamespacePlan? plan, IEnumerable<InputFault> refused) = Judge(document, _row, _today);
        faults.AddRange(faults.Count > 0 ? [] : refused);
        return faults.Count > 0 ? (null, faults)
            : (new(_known with { Document = document, Plan = plan }, _today, _row + 1), faults);
    }

    /// <summary>Reads and plans the design, and leaves out of the refusals what a later question decides.</summary>
    private static (NamespacePlan? Plan, IEnumerable<InputFault> Refused) Judge(DesignDocument document, int row, DateTime today)
    {
        string[] later = [.. Rows.Skip(row + 1).SelectMany(r => r.Mends)];
        DesignDocument judged = document.Copy();
        judged["ExternalHost"] ??= later.Contains("ExternalHost") ? NotYetKnown : null;
        (NamespaceRequest? request, IReadOnlyList<InputFault> faults) = DesignReader.Read(judged.ToMembers(), today);
        PlanResult? result = request is null ? null : NamespacePlanner.Plan(request);
        return (result?.Plan, (faults.Count > 0 ? faults : result?.Faults ?? [])
            .Where(f => !later.Contains(f.Id) && !later.Any(l => IsAbout(f.Parameter, l))));
    }

    /// <summary>Whether <c>Site[1].ExternalHost</c> is about <c>Site.ExternalHost</c>.</summary>
    private static bool IsAbout(string parameter, string member) =>
        string.Join(".", parameter.Split('.').Select(p => p.Split('[')[0]).Take(member.Split('.').Length)) == member;
}
