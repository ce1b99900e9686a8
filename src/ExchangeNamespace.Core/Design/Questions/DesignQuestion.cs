using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design.Questions;

/// <summary>What is known when a question is asked.</summary>
/// <param name="Document">The design so far.</param>
/// <param name="Plan">The plan of it; null while it cannot be planned.</param>
/// <param name="MachineDomain">The DNS suffix of this machine; null where it has none.</param>
internal sealed record KnownFacts(DesignDocument Document, NamespacePlan? Plan, Fqdn? MachineDomain);

/// <summary>What an empty answer means.</summary>
/// <param name="Shown">In words.</param>
/// <param name="Stated">The answer that it stands for; null where it leaves the design as it is.</param>
internal sealed record QuestionDefault(string Shown, string? Stated = null);

/// <summary>One of the answers to choose from.</summary>
internal sealed record QuestionChoice(string Name, string Meaning);

/// <summary>A row of the table of questions.</summary>
/// <param name="Key">Its name, that of the parameter or member that it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Why">Why it is asked.</param>
/// <param name="Form">How it is answered, with an example.</param>
/// <param name="Mends">Members, and ids of faults, that its answer decides: before it they are no reason to refuse another one.</param>
/// <param name="Default">What an empty answer means; null where there must be one.</param>
/// <param name="Fill">Fills the answer into the members; their own readers judge them.</param>
internal sealed record DesignQuestion(
    string Key,
    string Text,
    string Why,
    string Form,
    IReadOnlyList<string> Mends,
    Func<KnownFacts, QuestionDefault?> Default,
    Action<DesignDocument, string, ICollection<InputFault>> Fill)
{
    /// <summary>The answers to choose from; empty where it takes a text.</summary>
    public IReadOnlyList<QuestionChoice> Choices { get; init; } = [];

    /// <summary>Whether the design so far leaves the question open.</summary>
    public Func<DesignDocument, bool> IsAsked { get; init; } = _ => true;
}
