using System.Linq;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public class CommittedHelpTests
{
    private readonly HelpFiles _files = new(Fixture.RepositoryRoot());

    [Fact]
    public void Committed_help_is_what_the_pages_give()
    {
        Assert.Empty(_files.Stale());
    }

    [Fact]
    public void Every_page_has_two_examples()
    {
        Assert.Empty(_files.ReadPages().Where(p => p.Examples.Count < 2).Select(p => p.Name));
    }
}
