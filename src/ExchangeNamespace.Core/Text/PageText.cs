using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>
/// Lines of a page that end between words. PowerShell breaks the lines of a view between words in six languages only and within words in
/// all others, among them that of a system without a language.
/// </summary>
public static class PageText
{
    private const int UsualWidth = 80;
    private const int Narrowest = 40;

    /// <summary>A console leaves its last column free.</summary>
    private const int Spare = 1;

    /// <summary>Puts line ends between words; a word that is longer than a line stays whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The columns of the console; less than 40 where it has none, which gives 80.</param>
    /// <param name="indent">How many columns of each line are taken before the text.</param>
    public static string Wrap(string text, int width, int indent)
    {
        int columns = (width < Narrowest ? UsualWidth : width) - Spare;
        StringBuilder page = new();
        int free = columns - indent;
        foreach (string word in text.Split(' '))
        {
            bool isStart = page.Length == 0;
            if (!isStart && word.Length + 1 > free)
            {
                page.Append('\n');
                free = columns - indent;
            }
            else if (!isStart)
            {
                page.Append(' ');
                free--;
            }

            page.Append(word);
            free -= word.Length;
        }

        return page.ToString();
    }
}
