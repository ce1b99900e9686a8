using System.Linq;

namespace ExchangeNamespace.Design.Questions;

/// <summary>What a question says of itself when it is asked for help.</summary>
internal static class QuestionHelp
{
    /// <summary>Questions about each site fill a member of <c>Site</c>.</summary>
    private const string OfSites = "Site";

    public static string Of(DesignQuestion question)
    {
        string parameter = question.Mends[0].Split('.').First();
        string member = parameter == question.Mends[0] || parameter == OfSites ? parameter : question.Key;
        return $"An empty answer takes what stands behind Enter, < goes back to the question before, and Ctrl+C ends it all: nothing is "
            + $"written before the last answer. More: Get-Help Get-NamespacePlan -Parameter {member}";
    }
}
