using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Design.Questions;

/// <summary>Answers that fill members of the whole design.</summary>
internal static class SingleAnswers
{
    public const string KeepInternalUrl = "KeepInternalUrl";

    /// <summary>The answer that clears the service connection points. It is no host name, which has a dot.</summary>
    public const string NoConnectionPoint = "none";

    private const string InternalHost = "InternalHost";
    private const string AutodiscoverHost = "AutodiscoverHost";
    private const string MailHost = "MailHost";

    /// <summary>What has no use without a mail host.</summary>
    private static readonly string[] OfMail =
        [MailHost, "MailIPAddress", "SendingHost", "SendingIPAddress", "HygieneHost", "HygieneIPRange", "MailChildDomain"];

    public static void Value(DesignDocument design, string member, string answer) =>
        design[member] = answer == AnswerText.Nothing ? null : answer;

    /// <summary>A name for the service connection points, or that none is wanted.</summary>
    public static void ConnectionPoints(DesignDocument design, string answer)
    {
        if (string.Equals(answer, NoConnectionPoint, StringComparison.OrdinalIgnoreCase))
        {
            design.StateNull(AutodiscoverHost);
        }
        else
        {
            Value(design, AutodiscoverHost, answer);
        }
    }

    public static void List(DesignDocument design, string member, string answer) => design[member] =
        answer == AnswerText.Nothing ? new List<object?>() : AnswerText.Items(answer, parted: true).ToList<object?>();

    public static void Choice(DesignDocument design, string member, IEnumerable<QuestionChoice> choices, string answer) => design[member] =
        choices.FirstOrDefault(c => string.Equals(c.Name, answer, StringComparison.OrdinalIgnoreCase))?.Name ?? answer;

    /// <summary>A name for the inside, or none: then nothing inside is set.</summary>
    public static void Inside(DesignDocument design, string answer)
    {
        bool keeps = answer == AnswerText.Nothing;
        design[KeepInternalUrl] = keeps ? true : null;
        design[InternalHost] = keeps ? null : answer;
        design[AutodiscoverHost] = keeps ? null : design[AutodiscoverHost];
    }

    public static void Mail(DesignDocument design, string answer)
    {
        foreach (string member in answer == AnswerText.Nothing ? OfMail : [])
        {
            design[member] = null;
        }

        Value(design, MailHost, answer);
    }
}
