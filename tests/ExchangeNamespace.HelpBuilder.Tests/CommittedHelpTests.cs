using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public class CommittedHelpTests
{
    private readonly HelpFiles _files = new(Fixture.RepositoryRoot());

    [Fact]
    public void Committed_help_is_what_the_pages_give()
    {
        string stale = string.Join(", ", _files.Stale());
        Assert.True(stale.Length == 0, $"stale: {stale}; run: dotnet run --project src/ExchangeNamespace.HelpBuilder");
    }

    [Fact]
    public void Every_page_has_two_examples()
    {
        Assert.Empty(_files.ReadPages().Where(p => p.Examples.Count < 2).Select(p => p.Name));
    }

    [Fact]
    public void The_code_of_every_example_parses()
    {
        Assert.Empty(_files.ReadPages().SelectMany(p => p.Examples.Select(e => (p.Name, e))).SelectMany(pair =>
        {
            Parser.ParseInput(pair.e.Code, out _, out ParseError[] errors);
            return errors.Select(error => $"{pair.Name}, {pair.e.Title}: {error.Message}");
        }));
    }
}
