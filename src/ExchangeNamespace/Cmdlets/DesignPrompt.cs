using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Asks questions through the host, which decides how they look.</summary>
internal sealed class DesignPrompt(PSHostUserInterface screen)
{
    /// <summary>The answer that leads back to the question before.</summary>
    public const string Back = "<";

    /// <summary>The answer that asks for help.</summary>
    public const string Help = "?";

    private const string Kept = "&Keep it";
    private const string Earlier = "&< Back";

    /// <summary>Asks one question; null where the host cannot.</summary>
    /// <param name="question">The question.</param>
    /// <param name="byDefault">What an empty answer means.</param>
    /// <param name="note">What stands above it in place of the reason for it: why the last answer was refused, or help.</param>
    /// <param name="hasEarlier">Whether there is a question before it.</param>
    public string? Ask(DesignQuestion question, QuestionDefault? byDefault, string note, bool hasEarlier)
    {
        string enter = byDefault is null || byDefault.Shown == byDefault.Stated ? string.Empty : $"Enter: {byDefault.Shown}";
        string[] message = [note.Length > 0 ? note + "\n" : question.Why, question.Form, enter];
        return question.Choices.Count > 0
            ? Choose(question, byDefault, Page(message), hasEarlier)
            : Read(question.Text, question.Key, [.. message, hasEarlier ? "?: help   <: the question before" : "?: help"]);
    }

    /// <summary>Asks for a text; null where the host cannot.</summary>
    public string? Read(string caption, string label, params string[] message)
    {
        FieldDescription field = new(label);
        field.SetParameterType(typeof(string));
        Dictionary<string, PSObject>? given = Try(() => screen.Prompt(caption, Page(message), [field]));
        return given is null ? null : given.TryGetValue(label, out PSObject? value) ? value?.ToString() ?? string.Empty : string.Empty;
    }

    /// <summary>Hosts break lines within words, each in its own way.</summary>
    private string Page(params string[] texts)
    {
        int width = Try(() => (object)screen.RawUI.BufferSize.Width) as int? ?? 0;
        return string.Join("\n", texts.Where(t => t.Length > 0).SelectMany(t => t.Split('\n'))
            .Select(t => PageText.Wrap(ShownText.Of(t), width, 1)));
    }

    private string? Choose(DesignQuestion question, QuestionDefault? byDefault, string message, bool hasEarlier)
    {
        List<(string Answer, ChoiceDescription Shown)> offered =
            [.. question.Choices.Select((c, i) => (c.Name, new ChoiceDescription(Label(question.Choices, i), c.Meaning)))];
        int start = offered.FindIndex(o => o.Answer == byDefault?.Stated);
        if (start < 0 && byDefault is not null)
        {
            start = offered.Count;
            offered.Add((string.Empty, new ChoiceDescription(Kept, ShownText.Of(byDefault.Shown))));
        }

        offered.AddRange(hasEarlier ? [(Back, new ChoiceDescription(Earlier, "the question before"))] : []);
        Collection<ChoiceDescription> choices = [.. offered.Select(o => o.Shown)];
        return Try(() => offered[screen.PromptForChoice(question.Text, message, choices, start)].Answer);
    }

    /// <summary>The first letter that no choice before it has is the key.</summary>
    private static string Label(IReadOnlyList<QuestionChoice> choices, int index)
    {
        HashSet<char> taken = [];
        int key = 0;
        foreach (string name in choices.Take(index + 1).Select(c => c.Name))
        {
            key = name.Select((c, i) => (c, i)).First(x => taken.Add(char.ToUpperInvariant(x.c))).i;
        }

        return choices[index].Name.Insert(key, "&");
    }

    private static T? Try<T>(Func<T> ask)
        where T : class
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is PSInvalidOperationException or HostException or NotImplementedException or NotSupportedException)
        {
            return null;
        }
    }
}
